import '../../src/ops/arithmetic.ts';
import { testFamily } from './recorded.ts';

testFamily('arithmetic');
