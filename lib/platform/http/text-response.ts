const texts = new WeakMap<Response, string>();

/** A response with its complete text, so that a server need not read it from a stream. */
export function textResponse(text: string, init: ResponseInit): Response {
  const response = new Response(text, init);
  texts.set(response, text);
  return response;
}

/** The text of such a response; undefined if the body has to be read. */
export function textOf(response: Response): string | undefined {
  return texts.get(response);
}
