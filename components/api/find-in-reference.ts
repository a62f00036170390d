/** An operation in the search index. */
export type Findable = {
  readonly href: string;
  readonly name: string;
  readonly title: string;
  /** Names of fields and of the operation. */
  readonly words: string;
};

const AT_MOST = 12;

/** The operations that contain every word; matches in title or path come first. */
export function findInReference(index: readonly Findable[], asked: string): Findable[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const byTitle = index.filter(({ title, name }) => holds(`${title} ${name}`));
  const byField = index.filter(
    (entry) => !byTitle.includes(entry) && holds(`${entry.title} ${entry.name} ${entry.words}`),
  );
  return [...byTitle, ...byField].slice(0, AT_MOST);
}
