// `node --import=./scripts/sources.mjs FILE.ts` runs the sources as they are, without a build.

import { register } from 'node:module';
import 'tsx';

register('./libraryHooks.mjs', import.meta.url);
