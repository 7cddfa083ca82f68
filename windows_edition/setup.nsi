; The setup for one user, without administrator rights: called by windows_edition/installer.py, which defines VERSION, FILES
; (the folder of the edition), ICON, KILOBYTES and INTO. `/S` installs and uninstalls without a question.
; Shows lie in %LOCALAPPDATA%\runofshow, and no line here names that folder.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetDateSave off
RequestExecutionLevel user
ManifestSupportedOS all
ManifestDPIAware true

!include MUI2.nsh

!define TITLE "Điều hành hội nghị (runofshow)"
!define KNOWN "Software\Microsoft\Windows\CurrentVersion\Uninstall\runofshow"
!define BY_NAME "Software\Microsoft\Windows\CurrentVersion\App Paths\runofshow.exe"

Name "${TITLE}"
OutFile "${INTO}"
InstallDir "$LOCALAPPDATA\Programs\runofshow"
BrandingText "runofshow ${VERSION}"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"

!define MUI_WELCOMEPAGE_TITLE "Cài đặt ${TITLE} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Chương trình được cài riêng cho tài khoản này, không cần quyền quản trị và không cần mạng Internet.$\r$\n$\r$\nBiên bản các buổi lễ đã có được giữ nguyên, khi cài lại, nâng cấp hay gỡ cài đặt cũng vậy.$\r$\n$\r$\nHãy đóng chương trình nếu đang mở rồi bấm «Cài đặt»."
!define MUI_FINISHPAGE_RUN "$INSTDIR\runofshow.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

; Takes away what a setup put there, of whatever version; what somebody laid beside it, as mpv, stays.
; A program that runs holds its own file: nothing has been touched then.
!macro TAKE_AWAY un
Function ${un}TakeAway
    IfFileExists "$INSTDIR\runofshow.exe" 0 gone
    ClearErrors
    Delete "$INSTDIR\runofshow.exe"
    IfErrors 0 gone
        SetErrorLevel 2
        MessageBox MB_OK|MB_ICONEXCLAMATION "Chương trình đang chạy. Hãy đóng chương trình rồi làm lại." /SD IDOK
        Abort
    gone:
    RMDir /r "$INSTDIR\app"
    RMDir /r "$INSTDIR\licences"
    Delete "$INSTDIR\README.txt"
    Delete "$INSTDIR\NOTICE.txt"
FunctionEnd
!macroend
!insertmacro TAKE_AWAY ""
!insertmacro TAKE_AWAY "un."

Section
    Call TakeAway
    SetOutPath "$INSTDIR"
    ClearErrors
    File /r "${FILES}/*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    IfErrors 0 written
        SetErrorLevel 3
        MessageBox MB_OK|MB_ICONSTOP "Không ghi được vào $INSTDIR." /SD IDOK
        Abort
    written:
    SetOutPath "$DOCUMENTS" ; where the shortcuts start the program
    CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\runofshow.exe"
    CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\runofshow.exe"
    WriteRegStr HKCU "${BY_NAME}" "" "$INSTDIR\runofshow.exe"
    WriteRegStr HKCU "${KNOWN}" "DisplayName" "${TITLE}"
    WriteRegStr HKCU "${KNOWN}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KNOWN}" "DisplayIcon" "$INSTDIR\runofshow.exe"
    WriteRegStr HKCU "${KNOWN}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${KNOWN}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${KNOWN}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${KNOWN}" "EstimatedSize" ${KILOBYTES}
    WriteRegDWORD HKCU "${KNOWN}" "NoModify" 1
    WriteRegDWORD HKCU "${KNOWN}" "NoRepair" 1
SectionEnd

Section "un."
    Call un.TakeAway
    Delete "$INSTDIR\uninstall.exe"
    SetOutPath "$TEMP" ; a folder that is somebody's working folder cannot go
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${TITLE}.lnk"
    Delete "$DESKTOP\${TITLE}.lnk"
    DeleteRegKey HKCU "${BY_NAME}"
    DeleteRegKey HKCU "${KNOWN}"
SectionEnd
