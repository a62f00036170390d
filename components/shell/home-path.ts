/** Where a person starts. */
export const HOME_PATH = "/calls";
