"""Subparsers: commands with arguments of their own."""
import argparse
import sys

sys.stderr = sys.stdout
parser = argparse.ArgumentParser(prog='git')
parser.add_argument('--verbose', action='store_true')
commands = parser.add_subparsers(dest='command', title='commands', description='what to do',
                                 required=True, metavar='COMMAND')
add = commands.add_parser('add', aliases=['a'], help='add files')
add.add_argument('files', nargs='+')
commit = commands.add_parser('commit', help='record changes')
commit.add_argument('-m', '--message', required=True)
commit.set_defaults(func=len)
parser.print_help()
add.print_help()
for line in ('add x y', '--verbose a z', 'commit -m hello', 'commit', 'push', '', 'add -q x'):
    try:
        args = parser.parse_args(line.split())
        print(args, args.func(args.message) if hasattr(args, 'func') else '')
    except SystemExit as exit:
        print('status', exit.code)
