// `torch.linalg.LinAlgError`, which is raised for matrices whose numbers an algorithm cannot take.

import { ExceptionObject, exceptionType } from '../python/values/exception.ts';
import { types } from '../python/values/object.ts';
import { torchType } from './module.ts';

export const linAlgErrorType = torchType(
  '_LinAlgError',
  'torch._C',
  [exceptionType('RuntimeError')],
  (cls) => new ExceptionObject(cls),
);

// Rules of operators raise exceptions by the names of their classes.
types['_LinAlgError'] = linAlgErrorType;
