// Code objects: what a function body is lowered to at its first use, and the instruction set of
// the run loop. An instruction is two 32-bit integers, the operation and its operand; next to
// each stands the span of the node that it was made from.

import type { Span } from '../../base/span.ts';
import { PyObject, type Value } from '../values/object.ts';
import { codeType } from '../values/callable.ts';
import type { Site } from './sites.ts';

// An enum, alone in the code base: the bundler puts its numbers into the switch of the run loop,
// which V8 then compiles to a jump table (with an object's properties it is a chain of
// comparisons, 4 times slower).
//
// The operand's meaning stands behind each operation: k constant, i slot, n name, t target.
export const enum Op {
  Nop = 0,
  LoadConst = 1, // k
  LoadFast = 2, // i
  StoreFast = 3, // i
  DeleteFast = 4, // i
  LoadDeref = 5, // i
  StoreDeref = 6, // i
  DeleteDeref = 7, // i
  LoadClosure = 8, // i
  LoadGlobal = 9, // n
  StoreGlobal = 10, // n
  DeleteGlobal = 11, // n
  LoadName = 12, // n
  StoreName = 13, // n
  DeleteName = 14, // n
  LoadClassDeref = 15, // i
  LoadAttr = 16, // n
  StoreAttr = 17, // n
  DeleteAttr = 18, // n
  LoadMethod = 19, // n
  PushNull = 20,
  Call = 21, // number of arguments
  CallKw = 22, // index of the call shape
  CallEx = 23, // 1 where keywords follow
  Add = 24,
  Sub = 25,
  Mult = 26,
  Binary = 27, // index of the operator
  Inplace = 28, // index of the operator
  Negative = 29,
  Unary = 30, // index of the operator
  Less = 31,
  Compare = 32, // index of the comparison
  Is = 33, // 1 for `is not`
  Contains = 34, // 1 for `not in`
  Not = 35,
  Jump = 36, // t
  JumpBack = 37, // t
  JumpIfFalse = 38, // t
  JumpIfTrue = 39, // t
  JumpIfFalseOrPop = 40, // t
  JumpIfTrueOrPop = 41, // t
  GetIter = 42,
  ForIter = 43, // t, where the loop ends
  ForTest = 44, // t
  BuildTuple = 45, // count
  BuildList = 46, // count
  BuildSet = 47, // count; negative where all are constants
  BuildMap = 48, // count of pairs
  BuildString = 49, // count
  BuildSlice = 50, // count
  ListAppend = 51, // depth of the list
  SetAdd = 52, // depth
  MapAdd = 53, // depth
  ListExtend = 54, // depth; negative where it is all that a call is given
  SetUpdate = 55, // depth
  DictUpdate = 56, // depth
  DictMerge = 57, // depth; a call's keywords, where a name may stand once
  ListToTuple = 58,
  Unpack = 59, // count
  UnpackEx = 60, // before | after << 12
  LoadItem = 61,
  StoreItem = 62,
  DeleteItem = 63,
  Format = 64, // conversion | 4 where a spec is on the stack
  Pop = 65,
  Copy = 66, // depth
  Swap = 67, // depth
  Return = 68,
  MakeFunction = 69, // 1 defaults, 2 keyword defaults, 4 annotations, 8 closure
  MakeClass = 70, // n, the name; function, list of bases, dict of keywords are on the stack
  Raise = 71, // 0 again, 1 exception, 2 with cause
  Reraise = 72,
  PushException = 73,
  PopException = 74,
  MatchException = 75,
  EnterWith = 76, // 1 for async
  ExitWith = 77, // 1 for async
  ExitWithException = 78, // 1 for async
  ImportName = 79, // n
  ImportFrom = 80, // n
  ImportStar = 81,
  Yield = 82,
  YieldFromIter = 83,
  Awaitable = 84,
  LoadAssertionError = 85,
  MatchSequence = 86,
  MatchMapping = 87,
  MatchClass = 88, // count of positional patterns
  MatchKeys = 89,
  MatchLength = 90,
  Observe = 91, // index of the observation
  ObservePath = 92, // index of the observation
  LoopHead = 93, // index of the loop
  SetupAnnotations = 94,
  GetAsyncIter = 95,
  AsyncNext = 96,
  MatchStarException = 97,
  PrepareReraiseStar = 98,
  Join = 102,
  RotateThree = 103,
  JumpIfNone = 104, // t; pops
  RestOfMapping = 105,
  Send = 106,
  SendTest = 107, // t
  MatchTest = 109,
  LoopStart = 108, // index of the loop
}

export const binaryOperators = [
  'Add',
  'Sub',
  'Mult',
  'MatMult',
  'Div',
  'Mod',
  'Pow',
  'LShift',
  'RShift',
  'BitOr',
  'BitXor',
  'BitAnd',
  'FloorDiv',
] as const;
export const compareOperators = ['Lt', 'LtE', 'Eq', 'NotEq', 'Gt', 'GtE'] as const;
export const unaryOperators = ['Invert', 'UAdd', 'USub'] as const;

/** A place whose value the trace may want, with the name that it is known by. */
export interface Observation {
  readonly kind: 'target' | 'return' | 'expression';
  /** As `ast.unparse` writes the target; `<return>`; empty for an expression. */
  readonly name: string;
  readonly span: Span;
  readonly statement: Span;
  /** For `ObservePath`: a variable and attributes, read without running Python code. */
  readonly path: readonly string[];
}

/** A `for` or `while`: what a live trace needs to leave it early. */
export interface Loop {
  readonly span: Span;
  /** Where it begins: the instruction behind asks the iterator of a `for`. */
  readonly start: number;
  /** Where the code after the loop begins. */
  end: number;
  /** How deep the stack is there. */
  readonly depth: number;
  /** Names that the body can rebind. */
  readonly rebinds: readonly string[];
  readonly kind: 'for' | 'while';
}

/** Where an exception raised in [start, end) goes; later entries are more deeply nested. */
export interface HandlerRange {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  readonly depth: number;
}

export interface CallShape {
  readonly positional: number;
  readonly names: readonly string[];
}

export type CodeKind = 'module' | 'class' | 'function' | 'lambda' | 'comprehension';

/** What its text alone does not say of a function that is read when it is called. */
export interface Unread {
  readonly className: string | null;
  /** Whether it is a method. */
  readonly inClass: boolean;
  /** Annotations are kept as text: `from __future__ import annotations`. */
  readonly textAnnotations: boolean;
}

export class Code extends PyObject {
  readonly kind: CodeKind;
  readonly name: string;
  readonly qualname: string;
  readonly path: string;
  readonly span: Span;
  firstLine = 0;
  /** The zero-based line of an offset into its source. */
  lineAt: (offset: number) => number = () => 0;
  doc: string | null = null;
  // Parameters come first among the slots.
  positionalOnlyCount = 0;
  positionalCount = 0;
  keywordOnlyCount = 0;
  hasVarArgs = false;
  hasVarKeywords = false;
  generator: 'none' | 'generator' | 'coroutine' | 'async generator' = 'none';
  slotNames: string[] = [];
  cellNames: string[] = [];
  /** For each cell that is also a parameter, the slot that it takes its value from; else -1. */
  cellParameters: number[] = [];
  freeNames: string[] = [];
  operations: Int32Array = new Int32Array(0);
  spans: Int32Array = new Int32Array(0);
  constants: Value[] = [];
  names: string[] = [];
  callShapes: CallShape[] = [];
  handlers: HandlerRange[] = [];
  observations: Observation[] = [];
  loops: Loop[] = [];
  /** What instructions learnt of classes, by the place after them. */
  sites: (Site | undefined)[] = [];
  /** Whether a call with all parameters by position needs nothing but their values. */
  simple = false;
  /** How many slots a frame came to need, operands included. */
  frameSize = 0;
  /** For a branch of an `if`: where both sides meet again, by instruction index. */
  joins = new Map<number, number>();
  /** Lowers the body; null once that was done. */
  prepare: (() => void) | null = null;
  /** Of a function whose body was not read yet. */
  unread: Unread | null = null;

  constructor(kind: CodeKind, name: string, qualname: string, path: string, span: Span) {
    super(codeType);
    this.kind = kind;
    this.name = name;
    this.qualname = qualname;
    this.path = path;
    this.span = span;
  }

  /** Parameters of all kinds. */
  get parameterCount(): number {
    return (
      this.positionalCount +
      this.keywordOnlyCount +
      (this.hasVarArgs ? 1 : 0) +
      (this.hasVarKeywords ? 1 : 0)
    );
  }

  spanAt(index: number): Span {
    return { start: this.spans[index * 2] as number, end: this.spans[index * 2 + 1] as number };
  }
}
