"""Other prefix characters, abbreviations off, arguments read from a file."""
import argparse
import os
import tempfile

parser = argparse.ArgumentParser(prog='p', prefix_chars='-+')
parser.add_argument('+on', action='store_true')
parser.add_argument('-off', action='store_true')
parser.add_argument('++level', type=int)
print(parser.parse_args('+on ++level 3'.split()), parser.parse_args(['-off']))
strict = argparse.ArgumentParser(prog='p', allow_abbrev=False)
strict.add_argument('--verbose', action='store_true')
print(strict.parse_known_args(['--verb']))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'args.txt')
    with open(path, 'w') as file:
        file.write('--number\n5\nword with spaces\n')
    reading = argparse.ArgumentParser(prog='p', fromfile_prefix_chars='@')
    reading.add_argument('--number', type=int)
    reading.add_argument('words', nargs='*')
    print(reading.parse_args(['@' + path, 'last']))
print(argparse.Namespace(a=1, **{'b c': 2}))
mixed = argparse.ArgumentParser(prog='m')
mixed.add_argument('--foo')
mixed.add_argument('cmd')
mixed.add_argument('rest', nargs='*', type=int)
print(mixed.parse_intermixed_args('doit 1 --foo bar 2 3'.split()))
