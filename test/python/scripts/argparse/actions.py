"""What is done with values: store, append, extend, count, constants, an action of one's own."""
import argparse


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        print('called with', values, option_string)
        setattr(namespace, self.dest, values.upper())


parser = argparse.ArgumentParser(prog='p')
parser.add_argument('--tag', action='append')
parser.add_argument('--more', action='extend', nargs='+', default=['zero'])
parser.add_argument('--fast', dest='modes', action='append_const', const='fast')
parser.add_argument('--slow', dest='modes', action='append_const', const='slow')
parser.add_argument('--level', action='store_const', const=42)
parser.add_argument('--cache', action=argparse.BooleanOptionalAction, default=True)
parser.add_argument('--name', action=Upper)
print(parser.parse_args([]))
print(parser.parse_args('--tag a --tag b --more 1 2 --more 3 --fast --slow --level'.split()))
print(parser.parse_args('--no-cache --name ann'.split()))
print(parser._actions[1])
parser.set_defaults(level=7, extra='x')
print(parser.parse_args([]), parser.get_default('level'))
