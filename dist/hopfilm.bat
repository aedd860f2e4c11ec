@echo off
rem Runs Hopfilm on Windows: with the runtime beside this file, or a Java 17 or newer of JAVA_HOME or the PATH.
setlocal
set "ROOT=%~dp0"
set "JAVA=%ROOT%runtime\bin\java.exe"
if exist "%JAVA%" goto found
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
:found
rem Java says at each start that the vector module is incubating; nothing is wrong then.
"%JAVA%" --add-modules jdk.incubator.vector -XX:+UseSerialGC -Djava.awt.headless=true -Dfile.encoding=UTF-8 %HOPFILM_JAVA_OPTS% -jar "%ROOT%lib\hopfilm.jar" %*
exit /b %ERRORLEVEL%
