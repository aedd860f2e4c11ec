@echo off
rem Runs Hopfilm on Windows: with the runtime beside this file, or a Java 17 or newer of JAVA_HOME or the PATH.
setlocal
set "ROOT=%~dp0"
set "JAVA=%ROOT%runtime\bin\java.exe"
if exist "%JAVA%" goto found
if defined JAVA_HOME goto home
set "JAVA=java"
where java >nul 2>nul
if not errorlevel 1 goto found
echo hopfilm: no Java here: take the zip for Windows, or install Java 17 or newer>&2
exit /b 1
:home
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto found
echo hopfilm: there is no "%JAVA%": set JAVA_HOME to a Java 17 or newer, or unset it>&2
exit /b 1
:found
rem Java says at each start that the vector module is incubating; nothing is wrong then.
"%JAVA%" --add-modules jdk.incubator.vector -XX:+UseSerialGC -Djava.awt.headless=true -Dfile.encoding=UTF-8 %HOPFILM_JAVA_OPTS% -jar "%ROOT%lib\hopfilm.jar" %*
exit /b %ERRORLEVEL%
