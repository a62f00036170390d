const texts = new WeakMap<Response, string>();

/** A response whose text is known as a whole, so that a server need not read it back from a stream. */
export function textResponse(text: string, init: ResponseInit): Response {
  const response = new Response(text, init);
  texts.set(response, text);
  return response;
}

/** The text of such a response; undefined where the body has to be read. */
export function textOf(response: Response): string | undefined {
  return texts.get(response);
}
