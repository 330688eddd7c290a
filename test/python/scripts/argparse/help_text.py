"""The help text: usage that wraps, columns, groups, defaults."""
import argparse

parser = argparse.ArgumentParser(
    prog='train.py',
    description='Trains a network on pictures, for as many epochs as are asked for, and longer.',
    epilog='See the manual.',
)
parser.add_argument('data', metavar='DIR', help='where the pictures are')
parser.add_argument('--arch', choices=['resnet18', 'resnet50'], default='resnet18',
                    help='model (default: %(default)s)')
parser.add_argument('-j', '--workers', type=int, default=4, metavar='N', help='loaders')
parser.add_argument('--a-very-long-option-name', help='help that begins on the next line')
parser.add_argument('--hidden', help=argparse.SUPPRESS)
parser.add_argument('--percent', help='100%% sure')
parser.add_argument('--version', action='version', version='%(prog)s 2.0')
group = parser.add_argument_group('optimiser', 'What moves the weights')
group.add_argument('--lr', type=float, default=0.1)
group.add_argument('--betas', nargs=2, type=float, metavar=('B1', 'B2'))
which = parser.add_mutually_exclusive_group(required=True)
which.add_argument('--train', action='store_true')
which.add_argument('--eval', metavar='FILE')
parser.print_help()
print(parser.format_usage())
