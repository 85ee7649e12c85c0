@echo off
rem Tallyroom on Windows: builds itself on first use, then runs. What the build says goes to standard error.
setlocal
set "HOME_DIR=%~dp0"
set "APP=%HOME_DIR%target\app"
where java >nul 2>nul || (echo tallyroom: java is missing: install a JDK 17. 1>&2 & exit /b 1)
chcp 65001 >nul

if /i "%~1"=="test" goto test

if not exist "%APP%\built" goto build
powershell -NoProfile -Command "$b=(Get-Item '%APP%\built').LastWriteTimeUtc; $s=@(Get-Item '%HOME_DIR%pom.xml')+@(Get-ChildItem '%HOME_DIR%src\main' -Recurse -File); if ($s | Where-Object { $_.LastWriteTimeUtc -gt $b } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run

:build
where mvn >nul 2>nul || (echo tallyroom: mvn is missing: install Maven. 1>&2 & exit /b 1)
echo tallyroom: building; on first use Maven downloads the libraries once. 1>&2
if not exist "%APP%" mkdir "%APP%"
if exist "%APP%\built" del "%APP%\built"
type nul > "%HOME_DIR%target\building"
pushd "%HOME_DIR%"
call mvn -q -B -Dmaven.test.skip=true package 1>&2
if errorlevel 1 (popd & echo tallyroom: the build failed; what Maven said is above. 1>&2 & exit /b 1)
popd
move /y "%HOME_DIR%target\building" "%APP%\built" >nul

:run
java -XX:+UseSerialGC -Xshare:auto -Xss2m -Xmx1536m -Dfile.encoding=UTF-8 -Djava.awt.headless=true "-Dtallyroom.home=%HOME_DIR%." -cp "%APP%\lib\*" org.tallyroom.Main %*
exit /b %errorlevel%

:test
set "LENGTH="
if /i "%~2"=="--long" set "LENGTH=-Dtallyroom.long=true"
pushd "%HOME_DIR%"
call mvn -B %LENGTH% test
set "CODE=%errorlevel%"
popd
exit /b %CODE%
