"""Options with types, defaults and destinations; what was not given keeps its default."""
import argparse

parser = argparse.ArgumentParser(prog='train')
parser.add_argument('data', nargs='?', default='imagenet')
parser.add_argument('-b', '--batch-size', type=int, default=32)
parser.add_argument('--lr', '--learning-rate', type=float, default='0.5', dest='rate')
parser.add_argument('--resume', action='store_true')
parser.add_argument('--no-cuda', dest='cuda', action='store_false')
parser.add_argument('-v', action='count', default=0)

for line in ('', 'cifar', '-b 8', '-b8 --lr=1e-3', '--batch-size=4 --resume', '-vvv --no-cuda',
             '--learn 2', '-v -b 1 x -v', '-vb3'):
    print(repr(line), parser.parse_args(line.split()))
args = parser.parse_args([])
print(vars(args) == dict(args._get_kwargs()), 'rate' in args, 'lr' in args)
print(args == parser.parse_args([]), args == parser.parse_args(['-v']))
