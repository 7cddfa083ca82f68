// runofshow.exe: starts the Python that lies in `app` beside it, as `app\python.exe -X utf8 -m runofshow ARGUMENTS`
// would, in this very process: Ctrl-C, the closed window and the exit code are Python's own, and nothing is unpacked
// anywhere. Arguments, folders and user names may have any letter; the working folder stays what it is.
//
// A double click opens a Windows Terminal where there is one, since the old console window lacks colours and symbols;
// `--here`, which is no argument of the program, keeps the copy that runs in there from opening another.
//
// Windows alone is called, no C library: the compiler would first build one, which takes longer than all the rest.
#define WIN32_LEAN_AND_MEAN

#include <windows.h>
#include <shellapi.h>

#define LONGEST 32768 // of any path, and of a command line

static WCHAR self[LONGEST]; // ...\runofshow.exe
static WCHAR app[LONGEST];  // ...\app
static WCHAR path[LONGEST];
static WCHAR folder[LONGEST];
static WCHAR terminal[LONGEST];
static WCHAR command[4 * LONGEST];

static void fail(const WCHAR *what) {
    HANDLE told = GetStdHandle(STD_ERROR_HANDLE);
    DWORD written;
    WriteConsoleW(told, what, lstrlenW(what), &written, NULL);
    WriteConsoleW(told, L"?\r\n", 3, &written, NULL);
    ExitProcess(1);
}

static BOOL holds(const WCHAR *text, WCHAR letter) {
    for (; *text; text++)
        if (*text == letter) return TRUE;
    return FALSE;
}

// Alone in its console: nobody typed a command there, so the window came with a double click, or with a file that
// was dropped on the program.
static BOOL was_double_clicked(int argc) {
    DWORD processes[2];
    return argc <= 2 && GetConsoleProcessList(processes, 2) == 1
        && !GetEnvironmentVariableW(L"WT_SESSION", NULL, 0);
}

// False where there is no Windows Terminal, or a folder has a name that it would read as two commands.
static BOOL opened_in_terminal(const WCHAR *file) {
    if (!SearchPathW(NULL, L"wt.exe", NULL, LONGEST, terminal, NULL)) return FALSE;
    DWORD length = GetCurrentDirectoryW(LONGEST, folder);
    if (!length || length >= LONGEST || holds(self, L';') || holds(folder, L';') || holds(file, L';')) return FALSE;
    lstrcpyW(command, L"wt.exe --maximized -d \"");
    lstrcatW(command, folder);
    if (folder[length - 1] == L'\\') lstrcatW(command, L"\\"); // `"C:\"` would quote the quote
    lstrcatW(command, L"\" \"");
    lstrcatW(command, self);
    lstrcatW(command, L"\" --here");
    if (*file) {
        lstrcatW(command, L" \"");
        lstrcatW(command, file);
        lstrcatW(command, L"\"");
    }
    static STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION made;
    return CreateProcessW(terminal, command, NULL, NULL, FALSE, 0, NULL, NULL, &start, &made);
}

void begin(void) {
    int argc;
    WCHAR **argv = CommandLineToArgvW(GetCommandLineW(), &argc);
    DWORD length = GetModuleFileNameW(NULL, self, LONGEST);
    if (!argv || !length || length > LONGEST - 64) fail(L"runofshow.exe");
    BOOL here = argc > 1 && !lstrcmpW(argv[1], L"--here");
    if (!here && was_double_clicked(argc) && opened_in_terminal(argc == 2 ? argv[1] : L"")) ExitProcess(0);
    WCHAR **given = argv + (here ? 2 : 1);
    int count = argc - (here ? 2 : 1);

    while (self[length - 1] != L'\\') length--;
    lstrcpynW(app, self, length + 1);
    lstrcatW(app, L"app");
    // A bare Windows has no vcruntime140_1.dll: packages find the one that lies beside Python.
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    AddDllDirectory(app);
    lstrcpyW(path, app);
    lstrcatW(path, L"\\" PYTHON_DLL);
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    if (!python) fail(path);
    int (*run)(int, WCHAR **) = (int (*)(int, WCHAR **))(void *)GetProcAddress(python, "Py_Main");
    WCHAR **words = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, (count + 6) * sizeof *words);
    if (!run || !words) fail(path);

    lstrcpyW(path, app);
    lstrcatW(path, L"\\python.exe"); // what `sys.executable` says, so that Python can start itself
    words[0] = path;
    words[1] = L"-X";
    words[2] = L"utf8";
    words[3] = L"-m";
    words[4] = L"runofshow";
    for (int each = 0; each < count; each++) words[5 + each] = given[each];
    ExitProcess(run(count + 5, words));
}
