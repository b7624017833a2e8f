'use strict';
/**
 * What a user says about faces: what the page was written with, and what was marked since. A face is
 * {image, box} as in faces.jsonl. Nothing leaves the page but by toFile(), and nothing is stored:
 * pages opened from the disk share one storage, and names are nobody else's business.
 */
class Corrections {
  static SAME_FACE = 0.5;

  /** @param saved what the file of the last run says; @param faces all faces of the album */
  constructor(saved, faces) {
    this.byImage = new Map();
    for (const face of faces) {
      if (!this.byImage.has(face.image)) this.byImage.set(face.image, []);
      this.byImage.get(face.image).push(face);
    }
    const pairs = list => list.map(([a, b]) => ({ a: this.known(a), b: this.known(b), isNew: false }));
    this.same = pairs(saved.same);
    this.different = pairs(saved.different);
    this.names = saved.names.map(({ image, box, name }) => ({ face: this.known({ image, box }), name, isNew: false }));
    this.isUnsaved = false;
  }

  static overlap([x, y, width, height], [left, top, wide, high]) {
    const across = Math.min(x + width, left + wide) - Math.max(x, left);
    const down = Math.min(y + height, top + high) - Math.max(y, top);
    if (across <= 0 || down <= 0) return 0;
    return across * down / (width * height + wide * high - across * down);
  }

  /** The album's face at a place, or the place itself where there is none any more. */
  known(place) {
    let best = place, most = Corrections.SAME_FACE;
    for (const face of this.byImage.get(place.image) ?? []) {
      const overlap = Corrections.overlap(face.box, place.box);
      if (overlap >= most) [best, most] = [face, overlap];
    }
    return best;
  }

  /** All faces that are said to be the same as one, itself included. */
  closure(face) {
    if (!this.links) {
      this.links = new Map();
      const link = (one, other) => {
        if (!this.links.has(one)) this.links.set(one, []);
        this.links.get(one).push(other);
      };
      for (const { a, b } of this.same) link(a, b), link(b, a);
    }
    const found = new Set([face]);
    for (const one of found) for (const other of this.links.get(one) ?? []) found.add(other);
    return found;
  }

  /** To be called after every change. */
  changed() {
    this.links = this.named = undefined;
    this.isUnsaved = true;
  }

  /** Whether two faces are said to be one person or two. */
  isAnswered(a, b) {
    const ones = this.closure(a), others = this.closure(b);
    return ones.has(b) || this.apart(ones, others) !== undefined;
  }

  apart(ones, others) {
    return this.different.find(({ a, b }) => ones.has(a) && others.has(b) || ones.has(b) && others.has(a));
  }

  /** Marks two faces as one person; returns the mark that says otherwise, if one does. */
  markSame(a, b) {
    const ones = this.closure(a), others = this.closure(b);
    if (ones.has(b)) return undefined;
    const contrary = this.apart(ones, others);
    if (contrary) return contrary;
    // One person has one name: that of the first.
    const name = this.names.find(naming => ones.has(naming.face));
    if (name) this.names = this.names.filter(naming => !others.has(naming.face));
    this.same.push({ a, b, isNew: true });
    this.changed();
    return undefined;
  }

  /** Marks two faces as two people; returns a mark that says otherwise, if one does. */
  markDifferent(a, b) {
    const ones = this.closure(a);
    if (ones.has(b)) return this.same.find(pair => ones.has(pair.a));
    if (this.apart(new Set([a]), new Set([b]))) return undefined;
    this.different.push({ a, b, isNew: true });
    this.changed();
    return undefined;
  }

  /** Names the person of some faces, of which one stands for all; null takes the name away. */
  markName(face, faces, name) {
    const all = new Set(faces.flatMap(one => [...this.closure(one)]));
    this.names = this.names.filter(naming => !all.has(naming.face));
    this.names.push({ face, name, isNew: true });
    this.changed();
  }

  /** Lets a name be that of another face. */
  moveName(from, to) {
    for (const naming of this.names) if (naming.face === from) naming.face = to;
    this.changed();
  }

  /** The name that was given to a person, null where it was taken away, undefined where nothing was said. */
  nameOf(faces) {
    this.named ??= new Map(this.names.map(naming => [naming.face, naming]));
    return faces.map(face => this.named.get(face)).findLast(Boolean)?.name;
  }

  remove(mark) {
    for (const list of ['same', 'different', 'names']) this[list] = this[list].filter(other => other !== mark);
    this.changed();
  }

  /** All marks, those of the last run first. */
  all() {
    const marks = [...this.same, ...this.different, ...this.names];
    return [...marks.filter(mark => !mark.isNew), ...marks.filter(mark => mark.isNew)];
  }

  toFile() {
    const face = ({ image, box }) => ({ image, box });
    const lines = items => items.length ? '[\n    ' + items.map(item => JSON.stringify(item)).join(',\n    ') + '\n  ]' : '[]';
    const pairs = list => lines(list.map(({ a, b }) => [face(a), face(b)]));
    const names = lines(this.names.map(naming => ({ ...face(naming.face), name: naming.name })));
    return '{\n  "version": 1,\n  "same": ' + pairs(this.same) + ',\n  "different": ' + pairs(this.different)
      + ',\n  "names": ' + names + '\n}\n';
  }
}
