// A client that opens a window: a human has to look at that.

/** What a source loads to make one. */
const TOOLKITS: readonly [RegExp, string][] = [
  [/^[ \t]*(?:import|from)\s+(?:tkinter|Tkinter|customtkinter|ttkbootstrap)\b/m, "tkinter"],
  [/^[ \t]*(?:import|from)\s+(PyQt[456]|PySide[26]?|wx|kivy|pygame|PySimpleGUI|gi|dearpygui|flet)\b/m, "$1"],
  [/^[ \t]*import\s+javax\.swing\b/m, "Swing"],
  [/^[ \t]*import\s+javafx\b/m, "JavaFX"],
  [/^[ \t]*import\s+java\.awt\b/m, "AWT"],
  [/#[ \t]*include[ \t]*<(?:gtk\/gtk|gtkmm)/, "GTK"],
  [/#[ \t]*include[ \t]*<Q(?:Application|Widget|MainWindow)/, "Qt"],
  [/require\(['"]electron['"]\)|from ['"]electron['"]/, "Electron"],
  [/^[ \t]*require\s+['"](?:tk|gtk3|fxruby|shoes)['"]/m, "Tk"],
  [/"(?:fyne\.io\/fyne|github\.com\/[\w-]+\/(?:gtk|gotk3|walk|giu))/, "Fyne"],
];

/** The toolkit by its name; null: it opens none. */
export function windowIn(source: string): string | null {
  for (const [pattern, name] of TOOLKITS) {
    const found = pattern.exec(source);
    if (found) return name.replace("$1", found[1] ?? "");
  }
  return null;
}
