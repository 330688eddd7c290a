// `backward` and `torch.autograd.grad`: which tensors get a gradient, of which shape, and what
// PyTorch refuses. The numbers of gradients are not computed yet, and unknown.
//
// https://pytorch.org/docs/stable/autograd.html

import type { Interpreter } from '../python/evaluate/interpreter.ts';
import { attribute, methods, native } from '../python/native.ts';
import { List, Tuple } from '../python/values/containers.ts';
import { raise } from '../python/values/exception.ts';
import type { Value } from '../python/values/object.ts';
import { isUnknown, Unknown } from '../python/values/unknown.ts';
import { opaque } from '../graph/build.ts';
import { sameShape } from '../tensor/shape.ts';
import { isTensor } from './apply.ts';
import type { GradFn } from './history.ts';
import { sizeText } from './size.ts';
import type { TensorObject } from './tensor.ts';
import { makeTensor, tensorType } from './tensor.ts';

methods(tensorType, {
  'backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None)': (
    vm: Interpreter,
    self: TensorObject,
    gradient: Value,
    retain: Value,
    create: Value,
    inputs: Value,
  ) => backward(vm, [self], [gradient], { retain: retain ?? create, create, inputs }),
  'retain_grad(self, /)': (_vm, self: TensorObject) => {
    if (!self.requiresGrad) {
      raise('RuntimeError', "can't retain_grad on Tensor that has requires_grad=False");
    }
    if (self.gradFn && !retains(self)) self.gradFn.retained.push(self);
    return null;
  },
});
attribute<TensorObject>(tensorType, 'retains_grad', (_vm, self) => retains(self));

export const gradientFunctions = {
  backward: native(
    'backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, grad_variables=None, inputs=None)',
    (vm, tensors: Value, gradients: Value, retain: Value, create: Value, _: Value, inputs: Value) =>
      backward(vm, tensorsOf(tensors), listed(gradients), {
        retain: retain ?? create,
        create,
        inputs,
      }),
  ),
  grad: native(
    'grad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, only_inputs=True, allow_unused=None, is_grads_batched=False)',
    (
      vm,
      outputs: Value,
      inputs: Value,
      gradients: Value,
      retain: Value,
      create: Value,
      _: Value,
      allowUnused: Value,
    ) => {
      const wanted = tensorsOf(inputs);
      const roots = tensorsOf(outputs);
      if (wanted.length < listed(inputs).length || roots.length < listed(outputs).length) {
        return new Tuple(listed(inputs).map(() => new Unknown('gradients of unknown values')));
      }
      const unneeded = wanted.find((input) => !input.requiresGrad);
      if (unneeded) {
        raise('RuntimeError', 'One of the differentiated Tensors does not require grad');
      }
      const ends = new Set(wanted.map((input) => input.gradFn ?? input));
      const reached = reach(roots, listed(gradients), (retain ?? create) === true, ends);
      if (create === true) {
        const unknown = vm.unsupported('gradients of gradients');
        return new Tuple(wanted.map(() => unknown));
      }
      return new Tuple(wanted.map((input) => gradientFor(input, reached, allowUnused === true)));
    },
  ),
};

interface Options {
  readonly retain: Value;
  readonly create: Value;
  readonly inputs: Value;
}

function backward(
  vm: Interpreter,
  roots: readonly TensorObject[],
  gradients: readonly Value[],
  { retain, create, inputs }: Options,
): null {
  const only = inputs === null ? null : new Set(tensorsOf(inputs));
  const ends = only && new Set([...only].map((input) => input.gradFn ?? input));
  const reached = reach(roots, gradients, retain === true, ends);
  if (create === true) vm.unsupported('gradients of gradients');
  for (const source of reached) {
    for (const tensor of isTensor(source) ? [source] : source.retained) {
      if (!only || only.has(tensor)) accumulate(tensor);
    }
  }
  return null;
}

function retains(tensor: TensorObject): boolean {
  return tensor.gradFn?.retained.includes(tensor) ?? false;
}

/** Adds a gradient of unknown numbers to what the leaf has. */
function accumulate(leaf: TensorObject): void {
  if (isTensor(leaf.grad)) leaf.grad.storage.blur(missing);
  else if (!isUnknown(leaf.grad)) leaf.grad = unknownLike(leaf);
}

function unknownLike({ dtype, sizes, device }: TensorObject): TensorObject {
  const tensor = makeTensor(opaque({ dtype, shape: sizes }, missing));
  tensor.device = device;
  return tensor;
}

function gradientFor(
  input: TensorObject,
  reached: ReadonlySet<Source>,
  allowUnused: boolean,
): Value {
  if (reached.has(input.gradFn ?? input)) return unknownLike(input);
  if (allowUnused) return null;
  return raise(
    'RuntimeError',
    'One of the differentiated Tensors appears to not have been used in the graph. Set ' +
      'allow_unused=True if this is the desired behavior.',
  );
}

/** Told where a program asks for a number that depends on one. */
const missing = 'the numbers of gradients';

type Source = GradFn | TensorObject;

/**
 * The functions and leaves that gradients of these tensors come to; where ends are given, only those
 * on the way to one of them.
 */
function reach(
  roots: readonly TensorObject[],
  gradients: readonly Value[],
  retain: boolean,
  ends: ReadonlySet<Source> | null,
): ReadonlySet<Source> {
  roots.forEach((root, i) => checkRoot(root, gradients[i] ?? null, i));
  const behind = orderFrom(roots.map((root) => root.gradFn ?? root));
  const reached = new Set<Source>();
  for (const source of behind) {
    const leads = isTensor(source) ? false : source.next.some((next) => reached.has(next));
    if (!ends || ends.has(source) || leads) reached.add(source);
  }
  for (const source of reached) {
    if (isTensor(source) || ends?.has(source)) continue;
    if (source.freed && keepsTensors.test(source.name)) raise('RuntimeError', secondTime);
    source.freed ||= !retain;
  }
  return reached;
}

/** What stands behind the sources, what is furthest first. */
function orderFrom(sources: readonly Source[]): readonly Source[] {
  const order: Source[] = [];
  const seen = new Set<Source>();
  const stack: { readonly source: Source; at: number }[] = [];
  const visit = (source: Source): void => {
    if (seen.has(source)) return;
    seen.add(source);
    stack.push({ source, at: 0 });
  };
  for (const source of sources) {
    visit(source);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = isTensor(top.source) ? undefined : top.source.next[top.at++];
      if (next) visit(next);
      else {
        order.push(top.source);
        stack.pop();
      }
    }
  }
  return order;
}

function checkRoot(root: TensorObject, gradient: Value, index: number): void {
  if (isTensor(gradient)) {
    if (!sameShape(gradient.sizes, root.sizes)) {
      raise(
        'RuntimeError',
        `Mismatch in shape: grad_output[${index}] has a shape of ${sizeText(gradient.sizes)} and ` +
          `output[${index}] has a shape of ${sizeText(root.sizes)}.`,
      );
    }
  } else if (gradient === null && root.requiresGrad && root.elements !== 1) {
    raise('RuntimeError', 'grad can be implicitly created only for scalar outputs');
  }
  if (!root.requiresGrad) {
    raise(
      'RuntimeError',
      `element ${index} of tensors does not require grad and does not have a grad_fn`,
    );
  }
}

/** Functions that certainly keep tensors for the way back. */
const keepsTensors =
  /^(Mul|Div|Abs|Log|Sqrt|Rsqrt|Sin|Cos|Std|Var|Norm|Linalg|Embedding|Addmm|Mm|Bmm|Convolution|Relu|Gelu|Silu|Sigmoid|Tanh|Exp|Pow|LogSoftmax|Softmax|NllLoss|Native|CudnnBatch|MaxPool|MseLoss)/;

const secondTime =
  'Trying to backward through the graph a second time (or directly access saved tensors after they ' +
  'have already been freed). Saved intermediate values of the graph are freed when you call ' +
  '.backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the ' +
  'graph a second time or if you need to access saved tensors after calling backward.';

function listed(value: Value): readonly Value[] {
  if (value instanceof Tuple || value instanceof List) return value.items;
  return [value];
}

function tensorsOf(value: Value): readonly TensorObject[] {
  return listed(value).filter(isTensor);
}
