// Questions about two dtypes. https://pytorch.org/docs/stable/tensor_attributes.html#type-promotion-doc

import type { NativeFunction } from '../python/values/callable.ts';
import { raise } from '../python/values/exception.ts';
import type { Value } from '../python/values/object.ts';
import { category, type DType } from '../tensor/dtype.ts';
import { promoteTypes } from '../tensor/promotion.ts';
import { dtypeObject, dtypeOf } from './dtypes.ts';
import { native } from '../python/native.ts';

export const dtypeFunctions: Record<string, NativeFunction> = {
  promote_types: native('promote_types(type1, type2)', (_vm, a: Value, b: Value) =>
    dtypeObject(
      promoteTypes(given('promote_types', 'type1', a), given('promote_types', 'type2', b)),
    ),
  ),
  can_cast: native('can_cast(from_, to)', (_vm, from: Value, to: Value) =>
    canCast(given('can_cast', 'from_', from), given('can_cast', 'to', to)),
  ),
};

function given(name: string, argument: string, value: Value): DType {
  return (
    dtypeOf(value) ?? raise('TypeError', `${name}(): argument '${argument}' must be torch.dtype`)
  );
}

/** Complex numbers become no others, floats no integers, and only bool becomes bool. */
function canCast(from: DType, to: DType): boolean {
  const [a, b] = [category(from), category(to)];
  if (a === 'complex' && b !== 'complex') return false;
  if (a === 'float' && b === 'int') return false;
  return a === 'bool' || b !== 'bool';
}
