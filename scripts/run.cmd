@echo off
rem Opens the console on Windows: "scripts\run" on the Ninh Hoa conference, "scripts\run ARGUMENTS" as "runofshow ARGUMENTS".
rem The first start makes .venv from requirements\run.txt; later starts compare one file and go. Once and for all,
rem "--with-pdf" in front adds what reads PDF, and "--with-print" that and what writes it without a browser.
setlocal EnableExtensions DisableDelayedExpansion
for /f "tokens=2 delims=:." %%P in ('chcp') do set "OLD_CODEPAGE=%%P"
chcp 65001 >nul
set "PYTHONUTF8=1"
set "PYTHONHOME="
set "PYTHONPATH="
for %%D in ("%~dp0..") do set "ROOT=%%~fD"
set "VENV=%ROOT%\.venv"
set "LOCK=%ROOT%\requirements\run.txt"
set "ARGUMENTS=%*"
findstr /b /c:"pypdfium2==" "%VENV%\lock.txt" >nul 2>&1
if not errorlevel 1 set "LOCK=%ROOT%\requirements\pdf.txt"
if "%~1"=="--with-pdf" set "LOCK=%ROOT%\requirements\pdf.txt"
findstr /b /c:"typst==" "%VENV%\lock.txt" >nul 2>&1
if not errorlevel 1 set "LOCK=%ROOT%\requirements\print.txt"
if "%~1"=="--with-print" set "LOCK=%ROOT%\requirements\print.txt"
if "%~1"=="--with-pdf" call set "ARGUMENTS=%%ARGUMENTS:*--with-pdf=%%"
if "%~1"=="--with-print" call set "ARGUMENTS=%%ARGUMENTS:*--with-print=%%"

if not exist "%VENV%\Scripts\python.exe" goto prepare
if not exist "%VENV%\made_from.txt" goto prepare
rem made_from.txt names the Python that the environment was made from; it may have been uninstalled since.
set "MADE_FROM="
set /p MADE_FROM=<"%VENV%\made_from.txt"
if not exist "%MADE_FROM%" goto prepare
fc /b "%LOCK%" "%VENV%\lock.txt" >nul 2>&1
if errorlevel 1 goto prepare

:start
if not defined ARGUMENTS goto ninh_hoa
"%VENV%\Scripts\python.exe" -P -m runofshow %ARGUMENTS%
set "STATUS=%ERRORLEVEL%"
goto finish

:ninh_hoa
"%VENV%\Scripts\python.exe" -P -m runofshow run "%ROOT%\agendas\ninh-hoa-2020.yaml" --start now
set "STATUS=%ERRORLEVEL%"
goto finish

:prepare
rem Only running a Python tells whether it is one: "python" may be a stub that opens a shop, or a .bat, hence "call".
set "PYTHON="
call :try py -3
call :try py -3.13
call :try py -3.12
call :try py -3.11
call :try python
call :try python3
if not defined PYTHON goto no_python
call %PYTHON% -I "%ROOT%\scripts\environment.py" "%VENV%" "%LOCK%"
if errorlevel 1 goto failed
goto start

:try
if defined PYTHON exit /b 0
call %* -I -c "import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 <nul
if not errorlevel 1 set "PYTHON=%*"
exit /b 0

:no_python
>&2 echo runofshow: cần Python 3.11 trở lên (có sẵn pip và venv). Hãy cài Python rồi chạy lại lệnh này.
>&2 echo runofshow: Python 3.11 or newer (with pip and venv) is needed. Install Python, then run this command again.
:failed
set "STATUS=1"

:finish
if defined OLD_CODEPAGE chcp %OLD_CODEPAGE% >nul
exit /b %STATUS%
