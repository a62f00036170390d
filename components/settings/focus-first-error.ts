const FRAMES = 10;

/** Focuses the first field with an error; a field in a collapsed rule appears a few frames later. */
export function focusFirstError(formId: string, framesLeft = FRAMES) {
  requestAnimationFrame(() => {
    const field = document.getElementById(formId)?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (field) field.focus();
    else if (framesLeft > 0) focusFirstError(formId, framesLeft - 1);
  });
}
