import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { ApiError } from "@/lib/platform/client/api-error";
import { useServerForm } from "./use-server-form";

const NewThing = z.strictObject({ name: z.string().min(1, "Enter a name."), offer_id: z.string() });
type Request = z.input<typeof NewThing>;

beforeEach(() => {
  // Without a page nothing can get the focus.
  vi.stubGlobal("requestAnimationFrame", () => 0);
});

/** Renders the form once, without a page: states that a rerender would show keep their initial values. */
function givenForm(name: string, send: (request: Request) => Promise<string>) {
  const onSaved = vi.fn();
  const rendered: ReturnType<typeof useForm>[] = [];
  const useForm = () =>
    useServerForm({
      contract: NewThing,
      requestOf: (values: { name: string; offer: number }) => ({
        name: values.name.trim(),
        offer_id: `${values.offer}`,
      }),
      fieldOf: (parameter) => parameter.replace("_id", ""),
      defaultValues: { name, offer: 3 },
      send,
      onSaved,
    });
  function Form() {
    rendered.push(useForm());
    return null;
  }
  renderToString(createElement(Form));
  const [made] = rendered;
  if (!made) throw new Error("The form was not rendered.");
  const messageAt = (field: "name" | "offer") =>
    made.form.getFieldState(field, { ...made.form.control._formState }).error?.message;
  return { submit: made.submit, onSaved, messageAt };
}

test("the request from the fields is sent, and the answer is passed on", async () => {
  const send = vi.fn(async () => "made");
  const form = givenForm(" Main line ", send);
  await form.submit();
  const request = { name: "Main line", offer_id: "3" };
  expect(send).toHaveBeenCalledExactlyOnceWith(request);
  expect(form.onSaved).toHaveBeenCalledExactlyOnceWith("made", request);
});

test("a form submitted twice at once is sent once", async () => {
  const send = vi.fn(async () => "made");
  const form = givenForm("Main line", send);
  await Promise.all([form.submit(), form.submit()]);
  expect(send).toHaveBeenCalledTimes(1);
});

test("what the contract rejects is shown at its field and not sent", async () => {
  const send = vi.fn(async () => "made");
  const form = givenForm(" ", send);
  await form.submit();
  expect(form.messageAt("name")).toBe("Enter a name.");
  expect(send).not.toHaveBeenCalled();
});

test("what the server rejects is shown at its field, and the form may be sent again", async () => {
  const problem = { type: "", title: "", status: 422, detail: "Nothing was saved.", code: "invalid", request_id: "" };
  const refused = new ApiError({ ...problem, errors: { offer_id: "Choose another offer." } });
  const send = vi.fn(async () => "made").mockRejectedValueOnce(refused);
  const form = givenForm("Main line", send);
  await form.submit();
  expect([form.messageAt("offer"), form.onSaved.mock.calls]).toEqual(["Choose another offer.", []]);
  await form.submit();
  expect(form.onSaved).toHaveBeenCalledTimes(1);
});
