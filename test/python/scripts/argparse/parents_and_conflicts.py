"""Parents lend their arguments; conflicts are errors, or are resolved."""
import argparse

base = argparse.ArgumentParser(add_help=False)
base.add_argument('--seed', type=int, default=1)
base.add_argument_group('data').add_argument('--root')
child = argparse.ArgumentParser(prog='child', parents=[base])
child.add_argument('--own')
child.print_help()
print(child.parse_args(['--seed', '3', '--root', 'r']))
try:
    child.add_argument('--seed')
except argparse.ArgumentError as error:
    print(error)
other = argparse.ArgumentParser(prog='other', parents=[base], conflict_handler='resolve')
other.add_argument('--seed', help='again')
print(other.parse_args(['--seed', 'x']))
for attempt in (lambda: child.add_argument('--x', action='nothing'),
                lambda: child.add_argument('--x', nargs=0),
                lambda: child.add_argument('--x', type='int'),
                lambda: child.add_argument('x', dest='y'),
                lambda: child.add_argument('x', required=True),
                lambda: child.add_argument('--x', nargs=3, metavar=('A', 'B')),
                lambda: child.add_argument('-')):
    try:
        attempt()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
