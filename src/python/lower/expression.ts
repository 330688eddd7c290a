// Expressions to instructions: each leaves one value on the stack. Evaluation order is that of
// the language reference, 6.16.

import { unreachable } from '../../base/invariant.ts';
import type { Span } from '../../base/span.ts';
import { binaryOperators, Code, compareOperators, unaryOperators } from '../evaluate/code.ts';
import { annotationText } from './unparse.ts';
import type * as ast from '../syntax.ts';
import { chainOf } from '../syntax.ts';
import { Bytes } from '../values/containers.ts';
import { Complex, ellipsis, Float } from '../values/numbers.ts';
import type { Value } from '../values/object.ts';
import { Builder, Label, Op } from './builder.ts';
import { nestedCode } from './lower.ts';
import { lowerStore, pathOf } from './target.ts';

export function lowerExpression(b: Builder, e: ast.Expression): void {
  switch (e.kind) {
    case 'Constant':
      return lowerConstant(b, e);
    case 'Name':
      return lowerName(b, e);
    case 'Attribute':
      lowerExpression(b, e.value);
      b.emit(Op.LoadAttr, b.name(b.mangled(e.attr)), fromName(b, e, e.span));
      return observe(b, e);
    case 'Subscript':
      lowerExpression(b, e.value);
      lowerExpression(b, e.slice);
      b.emit(Op.LoadItem, 0, e.span);
      return observe(b, e);
    case 'Call':
      lowerCall(b, e);
      return observe(b, e);
    case 'BinOp': {
      const [first, operations] = chainOf(e);
      lowerExpression(b, first);
      for (const operation of operations) {
        lowerExpression(b, operation.right);
        emitBinary(b, operation.op, operation.span);
        observe(b, operation);
      }
      return;
    }
    case 'UnaryOp':
      lowerExpression(b, e.operand);
      if (e.op === 'Not') b.emit(Op.Not, 0, e.span);
      else b.emit(Op.Unary, unaryOperators.indexOf(e.op), e.span);
      return;
    case 'BoolOp':
      return lowerBoolOp(b, e);
    case 'Compare':
      return lowerCompare(b, e);
    case 'IfExp':
      return lowerConditional(b, e);
    case 'NamedExpr':
      lowerExpression(b, e.value);
      observeTarget(b, e.target, e.span);
      b.emit(Op.Copy, 1, e.span);
      return lowerStore(b, e.target);
    case 'Lambda': {
      const code = nestedCode(b, { kind: 'lambda', node: e }, '<lambda>');
      return makeFunction(b, code, e.args, null, e.span);
    }
    case 'List':
    case 'Tuple':
    case 'Set':
      return lowerDisplay(b, e);
    case 'Dict':
      return lowerDict(b, e);
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
    case 'DictComp':
      return lowerComprehension(b, e);
    case 'JoinedStr':
      return lowerJoined(b, e);
    case 'FormattedValue':
      return lowerFormatted(b, e);
    case 'Slice':
      for (const part of [e.lower, e.upper, e.step]) {
        if (part) lowerExpression(b, part);
        else loadNone(b, e.span);
      }
      b.emit(Op.BuildSlice, 3, e.span);
      return;
    case 'Yield':
      if (e.value) lowerExpression(b, e.value);
      else loadNone(b, e.span);
      b.emit(Op.Yield, 0, e.span);
      return;
    case 'YieldFrom':
      lowerExpression(b, e.value);
      b.emit(Op.YieldFromIter, 0, e.span);
      return emitDelegation(b, e.span);
    case 'Await':
      lowerExpression(b, e.value);
      return emitAwait(b, e.span);
    case 'Starred':
      return lowerDisplay(b, { kind: 'Tuple', elts: [e], ctx: 'Load', span: e.span });
    default:
      return unreachable(e);
  }
}

/** Waits for the awaitable on the stack and leaves its result. */
export function emitAwait(b: Builder, span: Span): void {
  b.emit(Op.Awaitable, 0, span);
  emitDelegation(b, span);
}

/** Yields everything that the iterator on the stack yields, and leaves what it returns. */
function emitDelegation(b: Builder, span: Span): void {
  const again = new Label();
  const end = new Label();
  loadNone(b, span);
  b.place(again);
  b.emit(Op.Send, 0, span);
  b.jump(Op.SendTest, end, span);
  b.emit(Op.Yield, 1, span);
  b.jump(Op.JumpBack, again, span);
  b.place(end);
}

export function loadNone(b: Builder, span: Span): void {
  b.emit(Op.LoadConst, b.constant(null, 'None'), span);
}

export function emitBinary(b: Builder, op: ast.Operator, span: Span): void {
  if (op === 'Add') b.emit(Op.Add, 0, span);
  else if (op === 'Sub') b.emit(Op.Sub, 1, span);
  else if (op === 'Mult') b.emit(Op.Mult, 2, span);
  else b.emit(Op.Binary, binaryOperators.indexOf(op), span);
}

/** Tells the trace what an expression gave, where it listens to every expression. */
function observe(b: Builder, e: ast.Expression): void {
  if (b.module.observe !== 'everything') return;
  const { statement, code } = b;
  code.observations.push({ kind: 'expression', name: '', span: e.span, statement, path: [] });
  b.emit(Op.Observe, code.observations.length - 1, e.span);
}

/** Tells the trace what is about to be bound to a target; the value is on the stack. */
export function observeTarget(b: Builder, target: ast.Expression, span: Span): void {
  if (b.module.observe === 'nothing' || b.scope.kind === 'comprehension') return;
  const name = unparse(b, target);
  const { statement, code } = b;
  code.observations.push({ kind: 'target', name, span: target.span, statement, path: [] });
  b.emit(Op.Observe, code.observations.length - 1, span);
}

/** The target as `ast.unparse` writes it. */
export function unparse(b: Builder, target: ast.Expression): string {
  if (target.kind === 'Name') return target.id;
  if (target.kind === 'Attribute') return `${unparse(b, target.value)}.${target.attr}`;
  return b.module.source.slice(target.span.start, target.span.end);
}

export function constantValue(constant: ast.ConstantValue): Value {
  switch (constant.type) {
    case 'str':
    case 'int':
    case 'bool':
      return constant.value;
    case 'bytes':
      return new Bytes(constant.value);
    case 'float':
      return new Float(constant.value);
    case 'complex':
      return new Complex(0, constant.imaginary);
    case 'None':
      return null;
    case 'Ellipsis':
      return ellipsis;
    default:
      return unreachable(constant);
  }
}

function lowerConstant(b: Builder, e: ast.Constant): void {
  const { value } = e;
  const text = 'value' in value ? String(value.value) : 'imaginary' in value ? value.imaginary : '';
  const sign = Object.is('value' in value ? value.value : 0, -0) ? '-' : '';
  b.emit(Op.LoadConst, b.constant(constantValue(value), `${value.type}:${sign}${text}`), e.span);
}

function lowerName(b: Builder, e: ast.Name): void {
  emitLoad(b, e.id, e.span);
  observe(b, e);
}

export function emitLoad(b: Builder, id: string, span: Span): void {
  const name = b.mangled(id);
  switch (b.scope.binding(name)) {
    case 'local':
      b.emit(Op.LoadFast, b.slot(name), span);
      return;
    case 'cell':
      b.emit(Op.LoadDeref, b.cell(name), span);
      return;
    case 'free':
      b.emit(b.scope.kind === 'class' ? Op.LoadClassDeref : Op.LoadDeref, b.cell(name), span);
      return;
    case 'global':
      b.emit(Op.LoadGlobal, b.name(name), span);
      return;
    case 'name':
      b.emit(Op.LoadName, b.name(name), span);
  }
}

function lowerBoolOp(b: Builder, e: ast.BoolOp, whole: Span | null = null): void {
  const end = new Label();
  const jump = e.op === 'And' ? Op.JumpIfFalseOrPop : Op.JumpIfTrueOrPop;
  for (const [i, value] of e.values.entries()) {
    if (whole !== null && value.kind === 'BoolOp') lowerBoolOp(b, value, whole);
    else lowerExpression(b, value);
    if (i === e.values.length - 1) break;
    const place = whole === null ? e.span : testPlace(value, whole);
    b.joinAt(b.jump(jump, end, place), end);
  }
  b.place(end);
  b.emit(Op.Join, 0, e.span);
}

/** A test that a statement or a conditional expression depends on; gives where its jump stands. */
export function lowerTest(b: Builder, test: ast.Expression, whole: Span): Span {
  if (test.kind === 'BoolOp') {
    lowerBoolOp(b, test, whole);
    return testPlace(test.values.at(-1) as ast.Expression, whole);
  }
  lowerExpression(b, test);
  return testPlace(test, whole);
}

/** CPython places the jump of a comparison at the comparison, any other one at the whole. */
function testPlace(test: ast.Expression, whole: Span): Span {
  return test.kind === 'Compare' ? test.span : whole;
}

function lowerConditional(b: Builder, e: ast.IfExp): void {
  const otherwise = new Label();
  const end = new Label();
  const place = lowerTest(b, e.test, e.span);
  b.joinAt(b.jump(Op.JumpIfFalse, otherwise, place), end);
  lowerExpression(b, e.body);
  b.jump(Op.Jump, end, e.span);
  b.place(otherwise);
  lowerExpression(b, e.orelse);
  b.place(end);
  b.emit(Op.Join, 0, e.span);
}

function lowerCompare(b: Builder, e: ast.Compare): void {
  const { ops, comparators } = e;
  lowerExpression(b, e.left);
  if (ops.length === 1) {
    lowerExpression(b, comparators[0] as ast.Expression);
    emitCompare(b, ops[0] as ast.CompareOperator, e.span);
    return observe(b, e);
  }
  const cleanup = new Label();
  const end = new Label();
  for (const [i, op] of ops.entries()) {
    lowerExpression(b, comparators[i] as ast.Expression);
    if (i === ops.length - 1) {
      emitCompare(b, op, e.span);
    } else {
      b.emit(Op.Copy, 1, e.span);
      b.emit(Op.RotateThree, 0, e.span);
      emitCompare(b, op, e.span);
      b.jump(Op.JumpIfFalseOrPop, cleanup, e.span);
    }
  }
  b.jump(Op.Jump, end, e.span);
  b.place(cleanup);
  b.emit(Op.Swap, 2, e.span);
  b.emit(Op.Pop, 0, e.span);
  b.place(end);
}

function emitCompare(b: Builder, op: ast.CompareOperator, span: Span): void {
  if (op === 'Is' || op === 'IsNot') b.emit(Op.Is, op === 'IsNot' ? 1 : 0, span);
  else if (op === 'In' || op === 'NotIn') b.emit(Op.Contains, op === 'NotIn' ? 1 : 0, span);
  else if (op === 'Lt') b.emit(Op.Less, 0, span);
  else b.emit(Op.Compare, compareOperators.indexOf(op), span);
}

function lowerDisplay(b: Builder, e: ast.ListDisplay | ast.TupleDisplay | ast.SetDisplay): void {
  const starred = e.elts.findIndex((item) => item.kind === 'Starred');
  const head = starred < 0 ? e.elts : e.elts.slice(0, starred);
  for (const item of head) lowerExpression(b, item);
  const plain = { List: Op.BuildList, Tuple: Op.BuildTuple, Set: Op.BuildSet }[e.kind];
  if (starred < 0) {
    const folded = e.kind === 'Set' && head.length > 2 && head.every((item) => isConstant(item));
    b.emit(plain, folded ? -head.length : head.length, e.span);
    return;
  }
  const set = e.kind === 'Set';
  b.emit(set ? Op.BuildSet : Op.BuildList, head.length, e.span);
  for (const item of e.elts.slice(starred)) {
    if (item.kind === 'Starred') {
      lowerExpression(b, item.value);
      b.emit(set ? Op.SetUpdate : Op.ListExtend, 1, e.span);
    } else {
      lowerExpression(b, item);
      b.emit(set ? Op.SetAdd : Op.ListAppend, 1, item.span);
    }
  }
  if (e.kind === 'Tuple') b.emit(Op.ListToTuple, 0, e.span);
}

function lowerDict(b: Builder, e: ast.Dict): void {
  b.emit(Op.BuildMap, 0, e.span);
  for (const [i, value] of e.values.entries()) {
    const key = e.keys[i];
    if (key) {
      lowerExpression(b, key);
      lowerExpression(b, value);
      b.emit(Op.MapAdd, 1, e.span);
    } else {
      lowerExpression(b, value);
      b.emit(Op.DictUpdate, 1, e.span);
    }
  }
}

/** Parts of an f-string are all placed at the whole of it, as CPython has it. */
function lowerJoined(b: Builder, e: ast.JoinedStr, whole: Span = e.span): void {
  for (const value of e.values) {
    if (value.kind === 'FormattedValue') lowerFormatted(b, value, whole);
    else lowerExpression(b, value);
  }
  b.emit(Op.BuildString, e.values.length, whole);
}

function lowerFormatted(b: Builder, e: ast.FormattedValue, whole: Span = e.span): void {
  lowerExpression(b, e.value);
  if (e.format_spec?.kind === 'JoinedStr') lowerJoined(b, e.format_spec, whole);
  else if (e.format_spec) lowerExpression(b, e.format_spec);
  const conversion = e.conversion === null ? 0 : { s: 1, r: 2, a: 3 }[e.conversion];
  b.emit(Op.Format, conversion | (e.format_spec ? 4 : 0), whole);
}

function lowerCall(b: Builder, e: ast.Call): void {
  const { func } = e;
  if (func.kind === 'Attribute') {
    lowerExpression(b, func.value);
    b.emit(Op.LoadMethod, b.name(b.mangled(func.attr)), fromName(b, func, func.span));
    observeCallee(b, func);
    const place = unpacks(e.args, e.keywords) ? e.span : fromName(b, func, e.span);
    lowerArguments(b, e.args, e.keywords, place);
    return;
  }
  lowerExpression(b, func);
  b.emit(Op.PushNull, 0, func.span);
  lowerArguments(b, e.args, e.keywords, e.span);
}

/** What is said of an attribute stands from its name on, where that is on a line of its own. */
function fromName(b: Builder, { span: { start }, attrSpan }: ast.Attribute, span: Span): Span {
  const { lineAt } = b.module;
  if (lineAt(start) === lineAt(attrSpan.end)) return span;
  return { start: attrSpan.start, end: span.end };
}

function unpacks(args: readonly ast.Expression[], keywords: readonly ast.Keyword[]): boolean {
  return args.some((a) => a.kind === 'Starred') || keywords.some((k) => k.arg === null);
}

/** `self.conv1(…)`: what is called, where it is an object that an attribute of a local holds. */
function observeCallee(b: Builder, func: ast.Attribute): void {
  if (b.module.observe !== 'everything') return;
  const path = pathOf(func);
  if (path === null || b.scope.binding(path[0] as string) !== 'local') return;
  const { statement, code } = b;
  code.observations.push({ kind: 'expression', name: '', span: func.span, statement, path });
  b.emit(Op.ObservePath, code.observations.length - 1, func.span);
}

/** Arguments and the call itself; the callee and its `self`, or nothing, are on the stack. */
function lowerArguments(
  b: Builder,
  args: readonly ast.Expression[],
  keywords: readonly ast.Keyword[],
  span: Span,
): void {
  if (unpacks(args, keywords)) return lowerUnpackingCall(b, args, keywords, span);
  for (const a of args) lowerExpression(b, a);
  if (keywords.length === 0) {
    b.emit(Op.Call, args.length, span);
    return;
  }
  for (const k of keywords) lowerExpression(b, k.value);
  const names = keywords.map((k) => k.arg as string);
  b.code.callShapes.push({ positional: args.length, names });
  b.emit(Op.CallKw, b.code.callShapes.length - 1, span);
}

function lowerUnpackingCall(
  b: Builder,
  args: readonly ast.Expression[],
  keywords: readonly ast.Keyword[],
  span: Span,
): void {
  const [only] = args;
  if (args.length === 1 && only?.kind === 'Starred') {
    // The one iterable is gone through after the keywords were evaluated.
    lowerExpression(b, only.value);
    lowerKeywords(b, keywords, span);
    b.emit(Op.Swap, 2, span);
    b.emit(Op.BuildList, 0, span);
    b.emit(Op.Swap, 2, span);
    b.emit(Op.ListExtend, -1, span);
    b.emit(Op.Swap, 2, span);
  } else {
    lowerList(b, args, span);
    lowerKeywords(b, keywords, span);
  }
  b.emit(Op.CallEx, 1, span);
}

/** What CPython's compiler knows the value of. */
function isConstant(e: ast.Expression): boolean {
  if (e.kind === 'Tuple') return e.elts.every((item) => isConstant(item));
  return e.kind === 'Constant' || (e.kind === 'UnaryOp' && isConstant(e.operand));
}

/** Positional arguments as one list. */
export function lowerList(b: Builder, elts: readonly ast.Expression[], span: Span): void {
  lowerDisplay(b, { kind: 'List', elts, ctx: 'Load', span });
}

/** Keyword arguments as one dict; a name may stand in it once. */
export function lowerKeywords(b: Builder, keywords: readonly ast.Keyword[], span: Span): void {
  b.emit(Op.BuildMap, 0, span);
  for (const k of keywords) {
    if (k.arg === null) {
      lowerExpression(b, k.value);
    } else {
      b.emit(Op.LoadConst, b.constant(k.arg, `str:${k.arg}`), k.span);
      lowerExpression(b, k.value);
      b.emit(Op.BuildMap, 1, k.span);
    }
    b.emit(Op.DictMerge, 1, span);
  }
}

/** Builds a function from its code; defaults and annotations are evaluated now. */
export function makeFunction(
  b: Builder,
  code: ReturnType<typeof nestedCode>,
  args: ast.Arguments | null,
  annotations: readonly { name: string; value: ast.Expression }[] | null,
  span: Span,
): void {
  let flags = 0;
  if (args && args.defaults.length > 0) {
    for (const d of args.defaults) lowerExpression(b, d);
    b.emit(Op.BuildTuple, args.defaults.length, span);
    flags |= 1;
  }
  if (args?.kw_defaults.some((d) => d !== null)) {
    b.emit(Op.BuildMap, 0, span);
    for (const [i, d] of args.kw_defaults.entries()) {
      if (!d) continue;
      const name = b.mangled((args.kwonlyargs[i] as ast.Arg).arg);
      b.emit(Op.LoadConst, b.constant(name, `str:${name}`), span);
      lowerExpression(b, d);
      b.emit(Op.MapAdd, 1, span);
    }
    flags |= 2;
  }
  if (annotations && annotations.length > 0) {
    const later = annotationCode(b, annotations, span);
    if (later) b.emit(Op.LoadConst, b.ownConstant(later), span);
    else lowerAnnotations(b, annotations, span);
    flags |= 4;
  }
  if (code.freeNames.length > 0) {
    for (const name of code.freeNames) b.emit(Op.LoadClosure, b.cell(name), span);
    b.emit(Op.BuildTuple, code.freeNames.length, span);
    flags |= 8;
  }
  b.emit(Op.LoadConst, b.ownConstant(code), span);
  b.emit(Op.MakeFunction, flags, span);
}

interface Annotation {
  readonly name: string;
  readonly value: ast.Expression;
}

function lowerAnnotations(b: Builder, annotations: readonly Annotation[], span: Span): void {
  b.emit(Op.BuildMap, 0, span);
  for (const { name, value } of annotations) {
    b.emit(Op.LoadConst, b.constant(name, `str:${name}`), span);
    lowerAnnotation(b, value);
    b.emit(Op.MapAdd, 1, value.span);
  }
}

/** Annotations of a library's function are evaluated when something asks for them, as from Python 3.14
 * on: those that only name what stands in the module. */
function annotationCode(b: Builder, annotations: readonly Annotation[], span: Span): Code | null {
  const { scope } = b;
  const outer = scope.kind === 'class' ? scope.parent : scope;
  if (!b.module.deferred || outer?.kind !== 'module') return null;
  const isOwn = (name: string): boolean => scope !== outer && scope.assigned.has(name);
  if (!annotations.every(({ value }) => namesOnly(value, isOwn))) return null;
  const name = '__annotate__';
  const code = new Code('function', name, name, b.module.path, span);
  code.firstLine = b.module.lineAt(span.start) + 1;
  code.lineAt = b.module.lineAt;
  code.prepare = () => {
    code.prepare = null;
    const inner = new Builder(b.module, code, outer, null);
    lowerAnnotations(inner, annotations, span);
    inner.emit(Op.Return, 0, span);
    inner.finish();
  };
  return code;
}

/** Whether an annotation is made of names, none of them the class's own, and constants. */
function namesOnly(e: ast.Expression, isOwn: (name: string) => boolean): boolean {
  switch (e.kind) {
    case 'Constant':
      return true;
    case 'Name':
      return !isOwn(e.id) && !e.id.startsWith('__');
    case 'Attribute':
      return namesOnly(e.value, isOwn);
    case 'Subscript':
      return namesOnly(e.value, isOwn) && namesOnly(e.slice, isOwn);
    case 'Tuple':
    case 'List':
      return e.elts.every((item) => namesOnly(item, isOwn));
    case 'BinOp':
      return namesOnly(e.left, isOwn) && namesOnly(e.right, isOwn);
    default:
      return false;
  }
}

export function lowerAnnotation(b: Builder, annotation: ast.Expression): void {
  if (!b.module.textAnnotations) return lowerExpression(b, annotation);
  const text = annotationText(annotation);
  b.emit(Op.LoadConst, b.constant(text, `str:${text}`), annotation.span);
}

const comprehensionNames = {
  ListComp: '<listcomp>',
  SetComp: '<setcomp>',
  DictComp: '<dictcomp>',
  GeneratorExp: '<genexpr>',
} as const;

function lowerComprehension(b: Builder, e: ast.ElementComprehension | ast.DictComp): void {
  const first = e.generators[0] as ast.Comprehension;
  const code = nestedCode(b, { kind: 'comprehension', node: e }, comprehensionNames[e.kind]);
  makeFunction(b, code, null, null, e.span);
  b.emit(Op.PushNull, 0, e.span);
  lowerExpression(b, first.iter);
  b.emit(first.is_async ? Op.GetAsyncIter : Op.GetIter, 0, e.span);
  b.emit(Op.Call, 1, e.span);
  if (code.generator === 'coroutine') emitAwait(b, e.span);
}

/** The body of a comprehension's own code: its first iterator is the only argument. */
export function lowerComprehensionBody(
  b: Builder,
  e: ast.ElementComprehension | ast.DictComp,
): void {
  const generator = e.kind === 'GeneratorExp';
  if (e.kind === 'ListComp') b.emit(Op.BuildList, 0, e.span);
  else if (e.kind === 'SetComp') b.emit(Op.BuildSet, 0, e.span);
  else if (e.kind === 'DictComp') b.emit(Op.BuildMap, 0, e.span);
  lowerGenerators(b, e, 0);
  if (!generator) b.emit(Op.Return, 0, e.span);
}

function lowerGenerators(
  b: Builder,
  e: ast.ElementComprehension | ast.DictComp,
  index: number,
): void {
  const generator = e.generators[index];
  if (!generator) return lowerElement(b, e);
  if (index === 0) {
    b.emit(Op.LoadFast, b.slot('.0'), generator.span);
  } else {
    lowerExpression(b, generator.iter);
    b.emit(generator.is_async ? Op.GetAsyncIter : Op.GetIter, 0, e.span);
  }
  const next = new Label();
  const end = new Label();
  b.place(next);
  if (generator.is_async) {
    emitAsyncNext(b, e.span);
    b.jump(Op.ForTest, end, e.span);
  } else {
    b.jump(Op.ForIter, end, e.span);
    b.jump(Op.ForTest, end, e.span);
  }
  lowerStore(b, generator.target);
  for (const test of generator.ifs) {
    lowerExpression(b, test);
    b.jump(Op.JumpIfFalse, next, test.span);
  }
  lowerGenerators(b, e, index + 1);
  b.jump(Op.JumpBack, next, generator.span);
  b.place(end);
}

/** The next item of the asynchronous iterator on the stack, or the mark of its end. */
export function emitAsyncNext(b: Builder, span: Span): void {
  b.emit(Op.AsyncNext, 0, span);
  emitAwait(b, span);
}

function lowerElement(b: Builder, e: ast.ElementComprehension | ast.DictComp): void {
  // The container lies below one iterator for each `for`.
  const depth = e.generators.length + 1;
  if (e.kind === 'DictComp') {
    lowerExpression(b, e.key);
    lowerExpression(b, e.value);
    b.emit(Op.MapAdd, depth, e.span);
    return;
  }
  lowerExpression(b, e.elt);
  if (e.kind === 'GeneratorExp') {
    b.emit(Op.Yield, 0, e.elt.span);
    b.emit(Op.Pop, 0, e.elt.span);
  } else {
    b.emit(e.kind === 'ListComp' ? Op.ListAppend : Op.SetAdd, depth, e.span);
  }
}
