const FRAMES = 10;

/** Focuses the first field with an error; a field in a collapsed rule appears a few frames later. */
export function focusFirstError(formId: string, framesLeft = FRAMES) {
  requestAnimationFrame(() => {
    const form = document.getElementById(formId);
    // `form.elements` includes controls outside the form that refer to it by the `form` attribute.
    const controls = form instanceof HTMLFormElement ? [...form.elements] : [];
    const wrong = controls.find((control) => control.getAttribute("aria-invalid") === "true");
    if (wrong instanceof HTMLElement) wrong.focus();
    else if (framesLeft > 0) focusFirstError(formId, framesLeft - 1);
  });
}
