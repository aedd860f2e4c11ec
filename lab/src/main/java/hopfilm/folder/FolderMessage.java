package hopfilm.folder;

import hopfilm.input.Message;

/** Messages about damaged folders of runs and sweeps: see {@link Message}. */
public enum FolderMessage implements Message {
  DAMAGED_FILE(
      "differs from the file that files.json lists; restore it, or run hopfilm <command> --resume"
          + " <folder>"),
  DAMAGED_LOST(
      "is missing, but files.json lists it; restore it, or run hopfilm <command> --resume <folder>"),
  DAMAGED_UNLISTED(
      "is not in files.json, so it is another file or the list is damaged; restore both, or run"
          + " hopfilm <command> --resume <folder>"),
  DAMAGED_LIST(
      "is damaged, so no file of this folder can be checked; restore it, or run hopfilm <command>"
          + " --resume <folder>"),
  DAMAGED_FOLDER(
      "its files contradict each other (<reason>); restore them, or run the experiment again");

  private final String template;

  FolderMessage(String template) {
    this.template = template;
  }

  @Override
  public String template() {
    return template;
  }
}
