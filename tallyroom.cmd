@echo off
rem Tallyroom on Windows: builds itself on first use, then runs. What the build says goes to standard error, so that
rem standard output stays the program's own. Lines of this file end in CR LF: labels are not found otherwise.
rem Without delayed expansion, whatever the registry says: it would swallow exclamation marks in names.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "APP=%HOME_DIR%target\app"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>nul || (echo tallyroom: java is missing: install a JDK 17 and Maven. 1>&2 & exit /b 1)
if /i "%~1"=="test" goto test

rem The program writes UTF-8. The console shows it only in code page 65001, and gets its own back at the end.
set "CODE_PAGE="
for /f "tokens=2 delims=:." %%c in ('chcp 2^>nul') do set "CODE_PAGE=%%c"
chcp 65001 >nul 2>nul

rem Times and sizes of all sources, as they were when the program was built.
set "SOURCES=%TEMP%\tallyroom-%RANDOM%%TIME:~-2%.txt"
(
    for %%f in ("%HOME_DIR%pom.xml") do echo %%~tzf
    for /r "%HOME_DIR%src\main" %%f in (*) do echo %%~tzf %%f
    for /r "%HOME_DIR%forms" %%f in (*) do echo %%~tzf %%f
    for /r "%HOME_DIR%calibration" %%f in (*) do echo %%~tzf %%f
) > "%SOURCES%"
fc /b "%SOURCES%" "%APP%\built" >nul 2>nul
if errorlevel 1 call :build
set "CODE=%errorlevel%"
del "%SOURCES%" 2>nul
if not "%CODE%"=="0" goto end

set "OPTIONS=-XX:+UseSerialGC -Xshare:auto -Xss2m -Xms384m -Xmx1536m -Dfile.encoding=UTF-8 -Djava.awt.headless=true"
if /i "%~1"=="bench" goto bench
"%JAVA%" %OPTIONS% "-Dtallyroom.home=%HOME_DIR%." -cp "%APP%\lib\*" org.tallyroom.Main %*
set "CODE=%errorlevel%"
goto end

rem Benches are compiled with the tests and run the program as it was built.
:bench
pushd "%HOME_DIR%"
call mvn -q -B -Dstyle.color=never -Pbench test-compile 1>&2 <nul
set "CODE=%errorlevel%"
popd
if not "%CODE%"=="0" goto end
"%JAVA%" %OPTIONS% "-Dtallyroom.home=%HOME_DIR%." -cp "%HOME_DIR%target\test-classes;%APP%\lib\*;%HOME_DIR%target\bench\lib\*" org.tallyroom.bench.Bench %*
set "CODE=%errorlevel%"

:end
if defined CODE_PAGE chcp %CODE_PAGE% >nul 2>nul
exit /b %CODE%

rem Into a folder of its own, which then takes the old one's place: Windows refuses that while a program runs from it.
:build
where mvn >nul 2>nul || (echo tallyroom: mvn is missing: install Maven. 1>&2 & exit /b 1)
"%JAVA%c" -version >nul 2>nul || (echo tallyroom: javac is missing: install a JDK 17, not only a JRE. 1>&2 & exit /b 1)
rem What an interrupted build left behind goes.
for /d %%d in ("%HOME_DIR%target\app-*") do rmdir /s /q "%%~d" 2>nul
echo tallyroom: building; on first use Maven downloads the libraries once, this takes a few minutes. 1>&2
set "FRESH=app-%RANDOM%"
pushd "%HOME_DIR%"
call mvn -q -B -Dstyle.color=never -Dmaven.test.skip=true -Dapp.directory=target\%FRESH% package 1>&2 <nul
if errorlevel 1 (
    popd
    rmdir /s /q "%HOME_DIR%target\%FRESH%" 2>nul
    echo tallyroom: the build failed; what Maven said is above. Without network on first use this cannot work. 1>&2
    exit /b 1
)
popd
copy /y "%SOURCES%" "%HOME_DIR%target\%FRESH%\built" >nul
if not exist "%APP%" goto swap
ren "%APP%" "%FRESH%.old" 2>nul || (
    rmdir /s /q "%HOME_DIR%target\%FRESH%"
    echo tallyroom: the program has changed, but it is running. Close it everywhere and try again. 1>&2
    exit /b 1
)
rmdir /s /q "%HOME_DIR%target\%FRESH%.old"
:swap
ren "%HOME_DIR%target\%FRESH%" app && exit /b 0
echo tallyroom: the built program could not be put into its place, "%APP%". Try again. 1>&2
exit /b 1

rem The tests read paper through poppler and SANE; there is no SANE for Windows. Missing tools fail, they never skip.
:test
where mvn >nul 2>nul || (echo tallyroom: mvn is missing: install Maven. 1>&2 & exit /b 1)
"%JAVA%c" -version >nul 2>nul || (echo tallyroom: javac is missing: install a JDK 17, not only a JRE. 1>&2 & exit /b 1)
set "MISSING="
where pdftoppm >nul 2>nul || set "MISSING=%MISSING% poppler"
where scanimage >nul 2>nul || set "MISSING=%MISSING% SANE"
if defined MISSING (
    echo tallyroom: the tests need these tools, which are not installed:%MISSING%. Run them on Debian or in WSL. 1>&2
    exit /b 1
)
set "LENGTH="
if /i "%~2"=="--long" set "LENGTH=-Dtallyroom.long=true"
pushd "%HOME_DIR%"
call mvn -B %LENGTH% test
set "CODE=%errorlevel%"
popd
exit /b %CODE%
