/**
 * Functions of what they are given and of nothing else: `base`, the domain of a noun, and the providers.
 * @param {string} file
 */
export const isPure = (file) => /^lib\/(base|[a-z-]+\/domain|inbound\/provider)\//.test(file);

/**
 * Primitives know no noun of the product, so that they could serve another one.
 * @param {string} file
 */
export const isPrimitive = (file) => file.startsWith("components/ui/");

/** @param {string} file */
export const isTest = (file) => /\.test\.tsx?$/.test(file);
