"""What is refused ends with the usage, the error and exit status 2."""
import argparse
import sys

sys.stderr = sys.stdout
parser = argparse.ArgumentParser(prog='p')
parser.add_argument('source')
parser.add_argument('-n', '--number', type=int, required=True)
parser.add_argument('--kind', choices=['a', 'b'])
parser.add_argument('--pair', nargs=2)
parser.add_argument('--path-a')
parser.add_argument('--path-b')
group = parser.add_mutually_exclusive_group()
group.add_argument('--quiet', action='store_true')
group.add_argument('--loud', type=float)


def positive(text):
    value = int(text)
    if value <= 0:
        raise argparse.ArgumentTypeError(f'{text} is not positive')
    return value


parser.add_argument('--count', type=positive)
for line in ('', 'x', 'x -n', 'x -n one', 'x -n 1 --kind c', 'x -n 1 --pair a', 'x -n 1 --path c',
             'x -n 1 --quiet --loud 3', 'x -n 1 --count 0', 'x -n 1 --count z', 'x -n 1 y --zzz',
             'x -n 1 --quiet=yes'):
    try:
        print(parser.parse_args(line.split()))
    except SystemExit as exit:
        print('status', exit.code)
print(parser.parse_known_args('x -n 1 y --zzz 3'.split()))
quiet = argparse.ArgumentParser(prog='q', exit_on_error=False)
quiet.add_argument('--n', type=int)
try:
    quiet.parse_args(['--n', 'x'])
except argparse.ArgumentError as error:
    print(repr(error.argument_name), error.message, '|', error)
