/** Every word is the name of a bench to run; none means all. */
export function readOptions(words: readonly string[], names: readonly string[]) {
  const wanted = words.filter((word) => !word.startsWith("--"));
  const flags = words.filter((word) => word.startsWith("--"));
  const unknown = [
    ...wanted.filter((name) => !names.includes(name)),
    ...flags.filter((flag) => flag !== "--quick" && flag !== "--readme"),
  ];
  if (unknown.length > 0) {
    throw new Error(`There is no ${unknown.join(", ")}: choose from ${names.join(", ")}, --quick, --readme.`);
  }
  return {
    chosen: names.filter((name) => wanted.length === 0 || wanted.includes(name)),
    quick: flags.includes("--quick"),
    readme: flags.includes("--readme"),
  };
}
