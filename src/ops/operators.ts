// Which operator stands behind each of Python's: `x + y` is `x.__add__(y)`, `2 - x` is
// `x.__rsub__(2)`. The torch room makes the methods from this table.

export interface OperatorMethod {
  /** The operator's name, with the tensor as first argument. */
  readonly op: string;
  /** The tensor stands on the right: where it is not `op` itself that swaps its operands, the
   *  arguments are given as (other, input). */
  readonly reflected?: true;
  /** The same with the result written into the left tensor. */
  readonly inplace?: true;
}

export const operatorMethods: Readonly<Record<string, OperatorMethod>> = {
  __add__: { op: 'add' },
  __radd__: { op: 'add' },
  __iadd__: { op: 'add', inplace: true },
  __sub__: { op: 'sub' },
  __rsub__: { op: 'rsub' },
  __isub__: { op: 'sub', inplace: true },
  __mul__: { op: 'mul' },
  __rmul__: { op: 'mul' },
  __imul__: { op: 'mul', inplace: true },
  __truediv__: { op: 'div' },
  __rtruediv__: { op: 'rdiv' },
  __rdiv__: { op: 'rdiv' },
  __itruediv__: { op: 'div', inplace: true },
  __floordiv__: { op: 'floor_divide' },
  __rfloordiv__: { op: 'rfloordiv' },
  __ifloordiv__: { op: 'floor_divide', inplace: true },
  __mod__: { op: 'remainder' },
  __rmod__: { op: 'remainder.Scalar_Tensor', reflected: true },
  __imod__: { op: 'remainder', inplace: true },
  __pow__: { op: 'pow' },
  __rpow__: { op: 'pow.Scalar', reflected: true },
  __ipow__: { op: 'pow', inplace: true },
  __matmul__: { op: 'matmul' },
  __rmatmul__: { op: 'matmul', reflected: true },
  __neg__: { op: 'neg' },
  __pos__: { op: 'positive' },
  __abs__: { op: 'abs' },
  __invert__: { op: 'bitwise_not' },
  __and__: { op: 'bitwise_and' },
  __rand__: { op: 'bitwise_and' },
  __iand__: { op: 'bitwise_and', inplace: true },
  __or__: { op: 'bitwise_or' },
  __ror__: { op: 'bitwise_or' },
  __ior__: { op: 'bitwise_or', inplace: true },
  __xor__: { op: 'bitwise_xor' },
  __rxor__: { op: 'bitwise_xor' },
  __ixor__: { op: 'bitwise_xor', inplace: true },
  __lshift__: { op: 'bitwise_left_shift' },
  __rlshift__: { op: 'rlshift' },
  __ilshift__: { op: 'bitwise_left_shift', inplace: true },
  __rshift__: { op: 'bitwise_right_shift' },
  __rrshift__: { op: 'rrshift' },
  __irshift__: { op: 'bitwise_right_shift', inplace: true },
  __eq__: { op: 'eq' },
  __ne__: { op: 'ne' },
  __lt__: { op: 'lt' },
  __le__: { op: 'le' },
  __gt__: { op: 'gt' },
  __ge__: { op: 'ge' },
};
