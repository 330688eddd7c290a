// Every operator that was recorded from PyTorch, on each engine. An operator that ONNX has may not
// quietly run elsewhere: what the native engine gave away is compared with what the lowering says.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { apply } from '../../src/graph/build.ts';
import type { Value } from '../../src/graph/graph.ts';
import type { EvaluateReport, Evaluator, Op } from '../../src/graph/op.ts';
import { Lowering } from '../../src/onnx/lower.ts';
import { operators } from '../../src/ops/define.ts';
import '../../src/ops/index.ts';
import type { NdArray } from '../../src/tensor/array.ts';
import {
  boundArgs,
  compareArrays,
  expectedArray,
  recordedCases,
  type RecordedCase,
} from '../ops/recorded.ts';
import { makeEngines } from './host.ts';

const folder = new URL('../ops/recorded/', import.meta.url);
const families = readdirSync(folder).map((file) => file.replace('.json', ''));
const { bundled, native, stop } = makeEngines();

after(stop);

for (const family of families) {
  describe(`the engines compute ${family}`, function () {
    this.timeout(120_000);
    const byOp = new Map<string, RecordedCase[]>();
    for (const each of recordedCases(family)) {
      if (each.error) continue;
      byOp.set(each.op, [...(byOp.get(each.op) ?? []), each]);
    }
    for (const [name, cases] of byOp) {
      it(name, async () => {
        const op = operators().get(name);
        assert.ok(op, `${name} is declared`);
        assert.ok((await compare(bundled, op, cases)).operators > 0);
        const lowering = new Lowering();
        const lowered = cases.filter((each) => {
          const [value] = apply(op, boundArgs(op, each));
          return value !== undefined && lowering.canLower(value.node);
        });
        const report = await compare(native, op, lowered);
        assert.deepEqual(report.elsewhere, []);
        assert.ok(report.operators >= lowered.length);
        // What comes again is loaded in the form in which weights and numbers are inputs.
        await compare(native, op, lowered);
        await compare(
          native,
          op,
          cases.filter((each) => !lowered.includes(each)),
        );
      });
    }
  });
}

/** All cases in one evaluation: a session for each would take ten times as long. */
async function compare(
  engine: Evaluator,
  op: Op,
  cases: readonly RecordedCase[],
): Promise<EvaluateReport> {
  const applied = cases.map((each) => apply(op, boundArgs(op, each)));
  const report = await engine.evaluate(applied.flat());
  for (const [i, values] of applied.entries()) check(values, cases[i] as RecordedCase);
  return report;
}

function check(values: readonly Value[], each: RecordedCase): void {
  const about = `${each.op} ${JSON.stringify(each.args).slice(0, 300)} ${JSON.stringify(each.kwargs)}`;
  for (const [i, expected] of (each.results ?? []).map(expectedArray).entries()) {
    const { data } = values[i] as Value;
    compareArrays(data as NdArray, expected, each.tolerance ?? null, about);
  }
}
