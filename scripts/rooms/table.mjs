/** Pure folders: `base`, the domain of a noun, and the providers. */
export const isPure = (file) => /^lib\/(base|[a-z]+\/domain|inbound\/provider)\//.test(file);

/** Primitives know no noun of the product, so that they could serve another one. */
export const isPrimitive = (file) => file.startsWith("components/ui/");

export const isTest = (file) => /\.test\.tsx?$/.test(file);
