/** Arguments are the names of benches to run; none means all. */
export function readOptions(args: readonly string[], names: readonly string[]) {
  const wanted = args.filter((arg) => !arg.startsWith("--"));
  const flags = args.filter((arg) => arg.startsWith("--"));
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
