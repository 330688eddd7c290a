// What is noted while a call that is exported runs: the module that each operator belongs to, and
// whose numbers were looked at. What such a value was made from is kept, though it is computed.

import type { Node, Origin, Value as GraphValue } from '../graph/graph.ts';
import type { Evaluator, ImmediateEvaluator } from '../graph/op.ts';
import type { Interpreter } from '../python/evaluate/interpreter.ts';
import type { Frame } from '../python/evaluate/frame.ts';
import type { Pending } from '../python/evaluate/pending.ts';
import type { PyObject, Value } from '../python/values/object.ts';
import { whereNow } from '../torch/apply.ts';
import { namedModules } from '../torch/moduleTree.ts';
import { torchState, type ModuleObserver } from '../torch/state.ts';
import { moduleOf } from './called.ts';

interface Look {
  readonly value: GraphValue;
  readonly origin: Origin | null;
}

export class CallWatch implements ModuleObserver {
  readonly #vm: () => Interpreter;
  #names = new Map<PyObject, string>();
  readonly #scopes: string[] = [];
  readonly #during = new WeakSet<Origin>();
  #looks: Look[] | null = null;
  readonly #histories: { value: GraphValue; node: Node }[] = [];
  #others: ModuleObserver | null = null;

  constructor(vm: () => Interpreter) {
    this.#vm = vm;
  }

  begin(callee: Value): void {
    const vm = this.#vm();
    const state = torchState(vm);
    const root = moduleOf(callee);
    this.#names = new Map(root ? namedModules(root).map(([name, module]) => [module, name]) : []);
    this.#others = state.observer;
    state.observer = this;
    vm.extensions.set(whereNow, this.#origin);
    this.#looks = [];
  }

  /** Gives what was looked at since it began; nothing the second time. */
  end(): readonly Look[] {
    if (!this.#looks) return [];
    const vm = this.#vm();
    torchState(vm).observer = this.#others;
    vm.extensions.delete(whereNow);
    for (const { value, node } of this.#histories) value.node = node;
    this.#histories.length = 0;
    this.#scopes.length = 0;
    const looks = this.#looks;
    this.#looks = null;
    return looks;
  }

  enter(_vm: Interpreter, module: PyObject): void {
    this.#scopes.push(this.#names.get(module) ?? this.#scopes.at(-1) ?? '');
  }

  leave(): void {
    this.#scopes.pop();
  }

  /** Whether a node was made by a call that was watched. */
  isDuring = ({ origin }: Node): boolean => origin !== null && this.#during.has(origin);

  around(evaluator: Evaluator): Evaluator {
    return {
      evaluate: (values, options) => {
        this.#looked(values);
        return evaluator.evaluate(values, options);
      },
    };
  }

  aroundImmediate(evaluator: ImmediateEvaluator): ImmediateEvaluator {
    return {
      ...this.around(evaluator),
      evaluateNow: (values, options) => {
        this.#looked(values);
        return evaluator.evaluateNow(values, options);
      },
    };
  }

  #looked(values: readonly GraphValue[]): void {
    if (!this.#looks) return;
    for (const value of values) this.#histories.push({ value, node: value.node });
    const [value] = values;
    if (value) this.#looks.push({ value, origin: this.#origin() });
  }

  /** The line of the program, where a module of ours stands between. */
  #origin = (): Origin | null => {
    const vm = this.#vm();
    let frame: Frame | null = vm.currentFrame();
    for (let outer: Pending | null = frame; outer !== null; outer = outer.back) {
      if (!('code' in outer)) continue;
      frame = outer as Frame;
      if (!frame.code.path.startsWith('<')) break;
    }
    if (frame === null) return null;
    const span = frame.code.spanAt(Math.max(0, frame.pc / 2 - 1));
    const origin = { path: frame.code.path, span, scope: this.#scopes.at(-1) ?? '' };
    this.#during.add(origin);
    return origin;
  };
}
