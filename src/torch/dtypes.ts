// `torch.float32` and its like, `torch.device`, layouts and memory formats as objects of Python.

import { category, isFloat, itemSize, type DType } from '../tensor/dtype.ts';
import { index } from '../python/evaluate/protocols.ts';
import { attribute, methods, staticMethods } from '../python/native.ts';
import { raise } from '../python/values/exception.ts';
import { floatType, intType, boolType, complexType } from '../python/values/numbers.ts';
import { PyObject, type PyType, type Value } from '../python/values/object.ts';
import { isUnknown } from '../python/values/unknown.ts';
import { typeName } from '../python/evaluate/attributes.ts';
import { ambientDefault } from '../tensor/promotion.ts';
import { torchType } from './module.ts';

export const dtypeType = torchType('dtype', 'torch');
dtypeType.final = true;
dtypeType.messageName = 'torch.dtype';

export class DTypeObject extends PyObject {
  readonly dtype: DType;
  constructor(dtype: DType) {
    super(dtypeType);
    this.dtype = dtype;
  }
}

const objects = new Map<DType, DTypeObject>();

/** The one object of a dtype. */
export function dtypeObject(dtype: DType): DTypeObject {
  let object = objects.get(dtype);
  if (!object) objects.set(dtype, (object = new DTypeObject(dtype)));
  return object;
}

/** The names under which torch has its dtypes. */
export const DTYPE_NAMES: Readonly<Record<string, DType>> = {
  float32: 'float32',
  float: 'float32',
  float64: 'float64',
  double: 'float64',
  float16: 'float16',
  half: 'float16',
  bfloat16: 'bfloat16',
  uint8: 'uint8',
  int8: 'int8',
  int16: 'int16',
  short: 'int16',
  int32: 'int32',
  int: 'int32',
  int64: 'int64',
  long: 'int64',
  bool: 'bool',
  complex64: 'complex64',
  cfloat: 'complex64',
  complex128: 'complex128',
  cdouble: 'complex128',
};

export function isFloatingDType(dtype: DType): boolean {
  return isFloat(dtype) || category(dtype) === 'complex';
}

/** The dtype that a dtype object, or one of Python's number classes, stands for. */
export function dtypeOf(value: Value): DType | undefined {
  if (value instanceof DTypeObject) return value.dtype;
  if (value === floatType) return 'float64';
  if (value === intType) return 'int64';
  if (value === boolType) return 'bool';
  if (value === complexType) return 'complex128';
  return undefined;
}

attribute<DTypeObject>(dtypeType, 'is_floating_point', (_vm, self) => isFloat(self.dtype));
attribute<DTypeObject>(dtypeType, 'is_complex', (_vm, self) => self.dtype.startsWith('complex'));
attribute<DTypeObject>(
  dtypeType,
  'is_signed',
  (_vm, self) => !['uint8', 'bool'].includes(self.dtype),
);
attribute<DTypeObject>(dtypeType, 'itemsize', (_vm, self) => itemSize[self.dtype]);

methods(dtypeType, {
  '__repr__(self, /)': (_vm, self: DTypeObject) => `torch.${self.dtype}`,
  '__str__(self, /)': (_vm, self: DTypeObject) => `torch.${self.dtype}`,
});

export const deviceType = torchType('device', 'torch');
deviceType.final = true;
deviceType.messageName = 'torch.device';

export class DeviceObject extends PyObject {
  readonly type: string;
  readonly index: number | null;
  constructor(type: string, deviceIndex: number | null) {
    super(deviceType);
    this.type = type;
    this.index = deviceIndex;
  }

  get text(): string {
    return this.index === null ? this.type : `${this.type}:${this.index}`;
  }
}

export const cpu = new DeviceObject('cpu', null);

const KINDS = ['cpu', 'cuda', 'mps', 'xpu', 'meta', 'ipu', 'hip', 'xla', 'hpu', 'vulkan'];

/** The device that a string, number or device object names. */
export function deviceOf(value: Value): DeviceObject {
  if (value instanceof DeviceObject) return value;
  if (value === null) return cpu;
  if (typeof value === 'number') return new DeviceObject('cuda', value);
  if (typeof value !== 'string') {
    raise(
      'TypeError',
      `device(): argument 'type' (position 1) must be str, not ${typeName(value)}`,
    );
  }
  const match = /^([a-z_]+)(?::(\d+))?$/.exec(value);
  if (!match) raise('RuntimeError', `Invalid device string: '${value}'`);
  const kind = match[1] as string;
  if (!KINDS.includes(kind)) {
    raise(
      'RuntimeError',
      'Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, ort, xla, lazy, vulkan, mps, meta, hpu, ' +
        `${ambientDefault.old ? '' : 'mtia, '}privateuseone device type at start of device string: ${kind}`,
    );
  }
  return new DeviceObject(kind, match[2] === undefined ? null : Number(match[2]));
}

staticMethods(deviceType, {
  '__new__(cls, type=<none>, index=<none>)': (vm, _cls: PyType, type: Value, position?: Value) => {
    if (isUnknown(type)) return type;
    const device = deviceOf(type);
    if (position === undefined || position === null) return device;
    return new DeviceObject(device.type, Number(index(vm, position)));
  },
});
attribute<DeviceObject>(deviceType, 'type', (_vm, self) => self.type);
attribute<DeviceObject>(deviceType, 'index', (_vm, self) => self.index);
methods(deviceType, {
  '__repr__(self, /)': (_vm, self: DeviceObject) =>
    self.index === null
      ? `device(type='${self.type}')`
      : `device(type='${self.type}', index=${self.index})`,
  '__str__(self, /)': (_vm, self: DeviceObject) => self.text,
  '__eq__(self, other, /)': (_vm, self: DeviceObject, other: Value) =>
    other instanceof DeviceObject && other.text === self.text,
  '__ne__(self, other, /)': (_vm, self: DeviceObject, other: Value) =>
    !(other instanceof DeviceObject && other.text === self.text),
  '__hash__(self, /)': (_vm, self: DeviceObject) =>
    [...self.text].reduce((hash, char) => (hash * 31 + char.charCodeAt(0)) | 0, 7),
  '__enter__(self, /)': (_vm, self: DeviceObject) => self,
  '__exit__(self, type, value, tb, /)': () => null,
});

/** A constant of torch that only has a name: a layout, a memory format. */
export class NamedConstant extends PyObject {
  readonly name: string;
  constructor(cls: PyType, name: string) {
    super(cls);
    this.name = name;
  }
}

export const layoutType = torchType('layout', 'torch');
export const memoryFormatType = torchType('memory_format', 'torch');
for (const type of [layoutType, memoryFormatType]) {
  type.messageName = `torch.${type.name}`;
  methods(type, { '__repr__(self, /)': (_vm, self: NamedConstant) => `torch.${self.name}` });
}

/** Formats of memory that only tensors of one rank have. */
const RANKS: Readonly<Record<string, number>> = { channels_last: 4, channels_last_3d: 5 };

/** Refuses a format of memory that a tensor of this rank can't have. */
export function checkMemoryFormat(format: Value | undefined, rank: number): void {
  if (!(format instanceof NamedConstant) || format.cls !== memoryFormatType) return;
  const wanted = RANKS[format.name];
  if (wanted === undefined || wanted === rank) return;
  raise('RuntimeError', `required rank ${wanted} tensor to use ${format.name} format`);
}

export const constants: Readonly<Record<string, Value>> = {
  strided: new NamedConstant(layoutType, 'strided'),
  sparse_coo: new NamedConstant(layoutType, 'sparse_coo'),
  ...Object.fromEntries(
    ['contiguous_format', 'channels_last', 'channels_last_3d', 'preserve_format'].map((name) => [
      name,
      new NamedConstant(memoryFormatType, name),
    ]),
  ),
};
