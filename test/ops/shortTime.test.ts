import '../../src/ops/index.ts';
import { testFamily } from './recorded.ts';

testFamily('shortTime');
