// The namespace of built-in names that a run starts with. Importing this file gives the built-in
// types their methods.

import './bytes.ts';
import './bytearray.ts';
import './bytesMethods.ts';
import './complex.ts';
import './descriptors.ts';
import './dict.ts';
import './dictViews.ts';
import './exceptions.ts';
import './float.ts';
import './frameType.ts';
import './functionType.ts';
import './genericAlias.ts';
import './int.ts';
import './iterators.ts';
import './list.ts';
import './mappingProxy.ts';
import './memoryview.ts';
import './moduleType.ts';
import './object.ts';
import './orderedDict.ts';
import './range.ts';
import './set.ts';
import './slice.ts';
import './str.ts';
import './superType.ts';
import './tuple.ts';
import '../evaluate/generator.ts';
import { exceptionNames, exceptionType } from '../values/exception.ts';
import { ellipsis, notImplemented } from '../values/numbers.ts';
import { Dict, types, type PyType, type Value } from '../values/object.ts';
import './exceptionGroups.ts';
import './exceptionState.ts';
import { asyncFunctions } from './asyncFunctions.ts';
import { attributeFunctions } from './attributeFunctions.ts';
import { evalFunctions } from './evalFunctions.ts';
import { iterationFunctions } from './iterationFunctions.ts';
import { numberFunctions } from './numberFunctions.ts';
import { open } from '../io/open.ts';
import { input, print } from './print.ts';
import { scopeFunctions } from './scopeFunctions.ts';
import { siteFunctions } from './siteFunctions.ts';

const typeNames =
  'object type int bool float complex str bytes bytearray list tuple dict set frozenset range ' +
  'slice property classmethod staticmethod super enumerate zip map filter reversed memoryview';

/** A fresh dict of all built-in names; a run may change it. */
export function builtinsNamespace(): Dict {
  const namespace = new Dict();
  namespace.setName('__name__', 'builtins');
  for (const name of typeNames.split(' ')) namespace.setName(name, types[name] as PyType);
  for (const name of exceptionNames) namespace.setName(name, exceptionType(name));
  namespace.setName('EnvironmentError', exceptionType('OSError'));
  namespace.setName('IOError', exceptionType('OSError'));
  const constants: Record<string, Value> = {
    NotImplemented: notImplemented,
    Ellipsis: ellipsis,
    __debug__: true,
  };
  for (const [name, value] of Object.entries(constants)) namespace.setName(name, value);
  const functions = [
    ...asyncFunctions(),
    ...attributeFunctions(),
    ...evalFunctions(),
    ...iterationFunctions(),
    ...numberFunctions(),
    ...scopeFunctions(),
    ...siteFunctions(),
    open(),
    print(),
    input(),
  ];
  for (const func of functions) {
    func.module = 'builtins';
    namespace.setName(func.name, func);
  }
  return namespace;
}
