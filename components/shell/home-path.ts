export const HOME_PATH = "/calls";
