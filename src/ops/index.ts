// Every family of operators: importing this declares them all.

import './arithmetic.ts';
import './blend.ts';
import './comparison.ts';
import './convolution.ts';
import './creation.ts';
import './enumeration.ts';
import './extrema.ts';
import './indexing.ts';
import './largest.ts';
import './logic.ts';
import './matrices.ts';
import './moments.ts';
import './norm.ts';
import './pairwise.ts';
import './power.ts';
import './quantile.ts';
import './random.ts';
import './reduction.ts';
import './rounding.ts';
import './scan.ts';
import './scatter.ts';
import './shape.ts';
import './sorting.ts';
import './unary.ts';
