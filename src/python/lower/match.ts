// `match` statements. A pattern takes the subject from the stack and leaves nothing; where it
// does not match it jumps to `fail` with the stack as it was before the subject. Names are bound
// as they match, which CPython leaves open where a pattern then fails.
//
// https://docs.python.org/3.13/reference/compound_stmts.html#the-match-statement

import { unreachable } from '../../base/invariant.ts';
import type * as ast from '../syntax.ts';
import { compareOperators } from '../evaluate/code.ts';
import type { Builder } from './builder.ts';
import { Label, Op } from './builder.ts';
import { lowerExpression } from './expression.ts';
import { lowerStatements } from './statement.ts';
import { emitStore } from './target.ts';

export function lowerMatch(b: Builder, s: ast.Match): void {
  const end = new Label();
  lowerExpression(b, s.subject);
  b.depth++;
  for (const c of s.cases) {
    const next = new Label();
    const matcher = new PatternLowering(b);
    b.emit(Op.Copy, 1, c.pattern.span);
    matcher.pattern(c.pattern, 1);
    matcher.bindCaptures();
    if (c.guard) {
      lowerExpression(b, c.guard);
      b.jump(Op.JumpIfFalse, next, c.guard.span);
    }
    b.emit(Op.Pop, 0, c.span);
    b.depth--;
    lowerStatements(b, c.body);
    b.depth++;
    b.jump(Op.Jump, end, c.span);
    matcher.placeFailures(c.pattern);
    b.place(next);
  }
  b.emit(Op.Pop, 0, s.span);
  b.depth--;
  b.place(end);
}

class PatternLowering {
  readonly #b: Builder;
  /** Where to go when a pattern fails with so many values of it on the stack. */
  #failures = new Map<number, Label>();
  /** Captured names; their values are parked in slots of their own until all has matched. */
  readonly #captures = new Map<string, number>();

  constructor(b: Builder) {
    this.#b = b;
  }

  /** `held` values of this match lie on the stack, the subject of the pattern on top. */
  pattern(p: ast.Pattern, held: number): void {
    const b = this.#b;
    switch (p.kind) {
      case 'MatchValue':
        lowerExpression(b, p.value);
        b.emit(Op.Compare, compareOperators.indexOf('Eq'), p.span);
        return this.#failIfFalse(p, held - 1);
      case 'MatchSingleton':
        b.emit(
          Op.LoadConst,
          b.constant(p.value, p.value === null ? 'None' : `bool:${p.value}`),
          p.span,
        );
        b.emit(Op.Is, 0, p.span);
        return this.#failIfFalse(p, held - 1);
      case 'MatchSequence':
        return this.#sequence(p, held);
      case 'MatchMapping':
        return this.#mapping(p, held);
      case 'MatchClass':
        return this.#classPattern(p, held);
      case 'MatchStar':
        if (p.name === null) b.emit(Op.Pop, 0, p.span);
        else this.#capture(p.name, p);
        return;
      case 'MatchAs':
        if (p.pattern) {
          b.emit(Op.Copy, 1, p.span);
          this.pattern(p.pattern, held + 1);
        }
        if (p.name === null) b.emit(Op.Pop, 0, p.span);
        else this.#capture(p.name, p);
        return;
      case 'MatchOr':
        return this.#alternatives(p, held);
      default:
        return unreachable(p);
    }
  }

  bindCaptures(): void {
    const b = this.#b;
    for (const [name, slot] of this.#captures) {
      b.emit(Op.LoadFast, slot, b.statement);
      emitStore(b, name, b.statement);
    }
  }

  placeFailures(p: ast.Pattern): void {
    const b = this.#b;
    const depths = [...this.#failures.keys()].sort((x, y) => y - x);
    for (const [i, held] of depths.entries()) {
      b.place(this.#failures.get(held) as Label);
      const next = depths[i + 1] ?? 0;
      for (let n = held; n > next; n--) b.emit(Op.Pop, 0, p.span);
    }
  }

  #capture(name: string, p: ast.Pattern): void {
    const slot = this.#b.slot(`.match.${name}`);
    this.#captures.set(name, slot);
    this.#b.emit(Op.StoreFast, slot, p.span);
  }

  #failIfFalse(p: ast.Pattern, held: number): void {
    let label = this.#failures.get(held);
    if (!label) this.#failures.set(held, (label = new Label()));
    this.#b.jump(Op.JumpIfFalse, label, p.span);
  }

  #sequence(p: ast.MatchSequence, held: number): void {
    const b = this.#b;
    const star = p.patterns.findIndex((item) => item.kind === 'MatchStar');
    b.emit(Op.MatchSequence, 0, p.span);
    this.#failIfFalse(p, held);
    const wanted = star < 0 ? p.patterns.length : p.patterns.length - 1;
    if (star < 0 || wanted > 0) {
      b.emit(Op.MatchLength, 0, p.span);
      this.#number(wanted, p);
      b.emit(Op.Compare, compareOperators.indexOf(star < 0 ? 'Eq' : 'GtE'), p.span);
      this.#failIfFalse(p, held);
    }
    if (p.patterns.every(isWildcard)) b.emit(Op.Pop, 0, p.span);
    else if (star >= 0 && isWildcard(p.patterns[star])) this.#items(p, star, held);
    else this.#unpacked(p, star, held);
  }

  #number(value: number, p: ast.Pattern): void {
    this.#b.emit(Op.LoadConst, this.#b.constant(value, `int:${value}`), p.span);
  }

  /** Around a star that takes no name, only the items with patterns are looked at. */
  #items(p: ast.MatchSequence, star: number, held: number): void {
    const b = this.#b;
    for (const [i, part] of p.patterns.entries()) {
      if (isWildcard(part)) continue;
      b.emit(Op.Copy, 1, p.span);
      if (i > star) {
        b.emit(Op.MatchLength, 0, p.span);
        this.#number(p.patterns.length - i, p);
        b.emit(Op.Sub, 0, p.span);
      } else {
        this.#number(i, p);
      }
      b.emit(Op.LoadItem, 0, p.span);
      this.pattern(part, held + 1);
    }
    b.emit(Op.Pop, 0, p.span);
  }

  #unpacked(p: ast.MatchSequence, star: number, held: number): void {
    const b = this.#b;
    if (star < 0) b.emit(Op.Unpack, p.patterns.length, p.span);
    else b.emit(Op.UnpackEx, star | ((p.patterns.length - star - 1) << 12), p.span);
    this.#parts(p.patterns, held - 1);
  }

  /** One value for each pattern lies on the stack, the first one's on top. */
  #parts(patterns: readonly ast.Pattern[], below: number): void {
    for (const [i, part] of patterns.entries()) {
      this.pattern(part, below + patterns.length - i);
    }
  }

  #mapping(p: ast.MatchMapping, held: number): void {
    const b = this.#b;
    b.emit(Op.MatchMapping, 0, p.span);
    this.#failIfFalse(p, held);
    if (p.keys.length === 0 && p.rest === null) {
      b.emit(Op.Pop, 0, p.span);
      return;
    }
    if (p.keys.length > 0) {
      b.emit(Op.MatchLength, 0, p.span);
      this.#number(p.keys.length, p);
      b.emit(Op.Compare, compareOperators.indexOf('GtE'), p.span);
      this.#failIfFalse(p, held);
    }
    for (const key of p.keys) lowerExpression(b, key);
    b.emit(Op.BuildTuple, p.keys.length, p.span);
    // mapping, keys → mapping, keys, values or None, whether all are there
    b.emit(Op.MatchKeys, 0, p.span);
    b.emit(Op.MatchTest, 0, p.span);
    this.#failIfFalse(p, held + 2);
    b.emit(Op.RotateThree, 0, p.span);
    // values, mapping, keys
    if (p.rest === null) {
      b.emit(Op.Pop, 0, p.span);
      b.emit(Op.Pop, 0, p.span);
    } else {
      b.emit(Op.RestOfMapping, 0, p.span);
      this.#capture(p.rest, p);
    }
    b.emit(Op.Unpack, p.keys.length, p.span);
    this.#parts(p.patterns, held - 1);
  }

  #classPattern(p: ast.MatchClass, held: number): void {
    const b = this.#b;
    lowerExpression(b, p.cls);
    for (const name of p.kwd_attrs) b.emit(Op.LoadConst, b.constant(name, `str:${name}`), p.span);
    b.emit(Op.BuildTuple, p.kwd_attrs.length, p.span);
    // subject, class, names → values or None, whether it matches
    b.emit(Op.MatchClass, p.patterns.length, p.span);
    b.emit(Op.MatchTest, 0, p.span);
    this.#failIfFalse(p, held);
    const all = [...p.patterns, ...p.kwd_patterns];
    b.emit(Op.Unpack, all.length, p.span);
    this.#parts(all, held - 1);
  }

  #alternatives(p: ast.MatchOr, held: number): void {
    const b = this.#b;
    const matched = new Label();
    for (const [i, alternative] of p.patterns.entries()) {
      if (i === p.patterns.length - 1) {
        this.pattern(alternative, held);
        break;
      }
      const outer = this.#failures;
      this.#failures = new Map();
      b.emit(Op.Copy, 1, p.span);
      this.pattern(alternative, held + 1);
      b.emit(Op.Pop, 0, p.span);
      b.jump(Op.Jump, matched, p.span);
      const depths = [...this.#failures.keys()].sort((x, y) => y - x);
      for (const [k, depth] of depths.entries()) {
        b.place(this.#failures.get(depth) as Label);
        const next = depths[k + 1] ?? held;
        for (let n = depth; n > next; n--) b.emit(Op.Pop, 0, p.span);
      }
      this.#failures = outer;
    }
    b.place(matched);
  }
}

/** `_` or `*_` */
function isWildcard(p: ast.Pattern | undefined): boolean {
  if (p?.kind === 'MatchStar') return p.name === null;
  return p?.kind === 'MatchAs' && p.name === null;
}
