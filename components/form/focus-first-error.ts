const FRAMES = 10;

/** Focuses the first field with an error; a field in a collapsed rule appears a few frames later. */
export function focusFirstError(formId: string, framesLeft = FRAMES) {
  requestAnimationFrame(() => {
    const form = document.getElementById(formId);
    // Unlike its descendants, the elements of a form include the controls that name it.
    const controls = form instanceof HTMLFormElement ? [...form.elements] : [];
    const wrong = controls.find((control) => control.getAttribute("aria-invalid") === "true");
    if (wrong instanceof HTMLElement) wrong.focus();
    else if (framesLeft > 0) focusFirstError(formId, framesLeft - 1);
  });
}
