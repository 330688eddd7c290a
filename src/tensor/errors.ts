// What a rule of an operator throws: PyTorch's exception, by class and words, or the mark of
// something that we cannot compute yet. The torch room turns them into Python exceptions and notes.

export type ErrorClass =
  | 'RuntimeError'
  | 'IndexError'
  | 'TypeError'
  | 'ValueError'
  | 'NotImplementedError'
  | 'AssertionError'
  /** `torch.linalg.LinAlgError` */
  | '_LinAlgError';

export class TorchError extends Error {
  readonly type: ErrorClass;
  constructor(type: ErrorClass, message: string) {
    super(message);
    this.type = type;
  }
}

/** Something that PyTorch can do and we cannot yet; the name is shown. */
export class Unsupported extends Error {}

export function check(
  condition: boolean,
  message: () => string,
  type: ErrorClass = 'RuntimeError',
): asserts condition {
  if (!condition) throw new TorchError(type, message());
}

/** PyTorch's words when the system refuses memory. */
export function allocationMessage(bytes: number | bigint): string {
  return (
    "[enforce fail at alloc_cpu.cpp:75] err == 0. DefaultCPUAllocator: can't allocate memory: " +
    `you tried to allocate ${String(bytes)} bytes. Error code 12 (Cannot allocate memory)`
  );
}
