"""A job of Windows: the system ends every process in it when the last handle to it is closed, ours.

A process that a starter program starts (scoop and Chocolatey have such) is in the job of its parent.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    KILL_ON_CLOSE = 0x2000
    EXTENDED_LIMITS = 9
    SET_QUOTA_AND_TERMINATE = 0x0100 | 0x0001

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    class Job:
        """A job that ends with this object, or with our process at the latest. Raises OSError."""

        def __init__(self) -> None:
            self._system = _system()
            self._handle: int | None = _given(self._system.CreateJobObjectW(None, None))
            limits = _ExtendedLimits()
            limits.BasicLimitInformation.LimitFlags = KILL_ON_CLOSE
            _given(
                self._system.SetInformationJobObject(
                    self._handle, EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
                )
            )

        def take(self, pid: int) -> None:
            """Hold a process, and all it will start, to our life."""
            process = _given(self._system.OpenProcess(SET_QUOTA_AND_TERMINATE, False, pid))
            try:
                _given(self._system.AssignProcessToJobObject(self._handle, process))
            finally:
                self._system.CloseHandle(process)

        def __del__(self) -> None:
            if handle := getattr(self, "_handle", None):
                self._system.CloseHandle(handle)

    def _system() -> ctypes.WinDLL:
        system = ctypes.WinDLL("kernel32", use_last_error=True)
        system.CreateJobObjectW.restype = wintypes.HANDLE
        system.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        system.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        )
        system.OpenProcess.restype = wintypes.HANDLE
        system.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        system.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        system.CloseHandle.argtypes = (wintypes.HANDLE,)
        return system

    def _given(answer: int | None) -> int:
        if not answer:
            raise ctypes.WinError(ctypes.get_last_error())
        return answer
