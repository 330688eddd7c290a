// Numbers and the constants that stand alone: float, complex, and instances of classes derived
// from int and str, which JavaScript's primitives cannot be.

import { builtinType, PyObject, type PyType } from './object.ts';

export const intType = builtinType('int', undefined, (cls) => new IntObject(0, cls));
export const boolType = builtinType('bool', [intType]);
export const floatType = builtinType('float', undefined, (cls) => new Float(0, cls));
export const complexType = builtinType('complex', undefined, (cls) => new Complex(0, 0, cls));
export const strType = builtinType('str', undefined, (cls) => new StrObject('', cls));
export const noneType = builtinType('NoneType');
export const ellipsisType = builtinType('ellipsis');
export const notImplementedType = builtinType('NotImplementedType');
boolType.final = true;
noneType.final = true;

export class Float extends PyObject {
  value: number;
  constructor(value: number, cls: PyType = floatType) {
    super(cls);
    this.value = value;
  }
}

export class Complex extends PyObject {
  re: number;
  im: number;
  constructor(re: number, im: number, cls: PyType = complexType) {
    super(cls);
    this.re = re;
    this.im = im;
  }
}

/** An instance of a class derived from int. */
export class IntObject extends PyObject {
  value: number | bigint;
  constructor(value: number | bigint, cls: PyType) {
    super(cls);
    this.value = value;
  }
}

/** An instance of a class derived from str. */
export class StrObject extends PyObject {
  value: string;
  constructor(value: string, cls: PyType) {
    super(cls);
    this.value = value;
  }
}

export const ellipsis = new PyObject(ellipsisType);
export const notImplemented = new PyObject(notImplementedType);
