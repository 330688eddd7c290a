// Every family of operators: importing this declares them all.

import './arithmetic.ts';
import './creation.ts';
import './random.ts';
import './shape.ts';
