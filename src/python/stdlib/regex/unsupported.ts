// What the matcher cannot do yet.

export class Unsupported extends Error {
  readonly what: string;
  constructor(what: string) {
    super(what);
    this.what = what;
  }
}
