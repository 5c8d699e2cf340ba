/** English: the list of lessons. What a lesson itself says is in its own folder. */
export const lessonTexts = {
  "lessons.group.spinner": "The spinner",
  "lessons.group.stopping": "Stopping",
  "lessons.group.waiting": "Waiting",
  "lessons.group.sharing": "Sharing",
} as const;
