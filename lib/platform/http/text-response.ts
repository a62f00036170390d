const texts = new WeakMap<Response, string>();

/** A response that keeps its text, so that the server need not read it from a stream. */
export function textResponse(text: string, init: ResponseInit): Response {
  const response = new Response(text, init);
  texts.set(response, text);
  return response;
}

/** The text of such a response; undefined if the body must be read. */
export function textOf(response: Response): string | undefined {
  return texts.get(response);
}
