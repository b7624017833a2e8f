import { byContent, isSame } from "./grouping.js";

/** Average linkage: joins the two most similar groups until none is similar enough; a group for each face. */
export function joined(faces, { floor, distinct, similarity }) {
  const sorted = faces.map((_, index) => index).sort((a, b) => byContent(faces[a], faces[b]) || a - b);
  const groups = identical(sorted, faces, distinct);
  const sums = groups.map((a) => groups.map((b) => sumOfPairs(a, b, similarity)));
  const mayJoin = (a, b) => !distinct || !groups[a].some((m) => groups[b].some(sharesImage(faces, m)));
  const mean = (a, b) => sums[a][b] / (groups[a].length * groups[b].length);
  const nearest = groups.map((_, a) => nearestOf(a));

  function nearestOf(a) {
    let best = -1;
    for (let b = 0; b < groups.length; b++) {
      if (b === a || !groups[b] || !groups[a] || mean(a, b) < floor) continue;
      if ((best < 0 || mean(a, b) > mean(a, best)) && mayJoin(a, b)) best = b;
    }
    return best;
  }

  while (true) {
    let first = -1;
    for (let a = 0; a < groups.length; a++) {
      if (!groups[a] || nearest[a] < 0) continue;
      if (first < 0 || mean(a, nearest[a]) > mean(first, nearest[first])) first = a;
    }
    if (first < 0) break;
    const [low, high] = [Math.min(first, nearest[first]), Math.max(first, nearest[first])];
    groups[low] = [...groups[low], ...groups[high]];
    groups[high] = null;
    for (let c = 0; c < groups.length; c++) {
      sums[low][c] += sums[high][c];
      sums[c][low] = sums[low][c];
    }
    for (let c = 0; c < groups.length; c++) {
      if (groups[c] && (c === low || nearest[c] === low || nearest[c] === high)) nearest[c] = nearestOf(c);
      else if (groups[c] && mayTake(c, low)) nearest[c] = low;
    }
  }
  const groupOf = [];
  groups.forEach((group, number) => group?.forEach((face) => (groupOf[face] = number)));
  return groupOf;

  // On a tie the group whose faces come first in the order of content.
  function mayTake(c, low) {
    if (mean(c, low) < floor || !mayJoin(c, low)) return false;
    const now = nearest[c];
    return now < 0 || mean(c, low) > mean(c, now) || (mean(c, low) === mean(c, now) && low < now);
  }
}

const sharesImage = (faces, a) => (b) => faces[a].image_index === faces[b].image_index;

function sumOfPairs(a, b, similarity) {
  let sum = 0;
  for (const one of a) for (const other of b) sum += similarity(one, other);
  return sum;
}

/** Faces of one embedding are one group from the beginning; where images are to be kept apart, one of each. */
function identical(sorted, faces, distinct) {
  const groups = [];
  let equals = [];
  sorted.forEach((face, place) => {
    if (place > 0 && !isSame(faces[sorted[place - 1]], faces[face])) equals = [];
    const group = equals.find((members) => !distinct || !members.some(sharesImage(faces, face)));
    if (group) group.push(face);
    else {
      equals.push([face]);
      groups.push(equals.at(-1));
    }
  });
  return groups;
}
