// All layers, by being imported.

import './activation.ts';
import './batchNorm.ts';
import './container.ts';
import './convolution.ts';
import './embedding.ts';
import './learntActivation.ts';
import './linear.ts';
import './loss.ts';
import './normalization.ts';
import './pooling.ts';
import './resampling.ts';
