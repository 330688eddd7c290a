// What the matcher cannot do yet.

export class Unsupported {
  readonly what: string;
  constructor(what: string) {
    this.what = what;
  }
}
