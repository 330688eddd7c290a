// Every family of operators: importing this declares them all.

import './arithmetic.ts';
import './blend.ts';
import './comparison.ts';
import './creation.ts';
import './extrema.ts';
import './logic.ts';
import './pairwise.ts';
import './power.ts';
import './random.ts';
import './rounding.ts';
import './shape.ts';
import './unary.ts';
